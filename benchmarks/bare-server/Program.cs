// What any answer costs here: Kestrel on loopback, a few bytes, nothing behind it.
using System.Net;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
await using WebApplication app = builder.Build();
app.MapGet("/", static () => "Hello, World!");
await app.StartAsync();
Console.WriteLine($"{app.Urls.First()} Ctrl+C stops it.");
await app.WaitForShutdownAsync();
