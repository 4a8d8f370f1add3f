using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;

namespace Policing.PartnerHost.Tests.SampleServer.Identity;

/// <summary>Where the keys of trusted forces come from, and that nobody but them decides when they are read.</summary>
public sealed class HomeKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-home-keys").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_new_key_is_found_and_unknown_ones_do_not_make_it_read_more_than_once_a_minute()
    {
        using TestForce first = new("https://identity.essex.example/", "essex", _folder, "home-1");
        using TestForce second = new("https://identity.essex.example/", "essex", _folder, "home-2");
        string published = first.PublicKeys;
        int asked = 0;
        await using WebApplication home = await ServeAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return Results.Text(published, "application/json");
        });
        FakeTimeProvider time = new();
        using HomeKeys keys = new(time);
        HomeForce force = new(first.Issuer, "essex", home.Urls.First() + "/jwks");
        Assert.Equal("home-1", Assert.Single(await keys.OfAsync(force, "home-1", Ending)).KeyId);
        published = second.PublicKeys;
        // The new key is not looked for at once, however often it is named; those that are known still count.
        for (int i = 0; i < 20; i++) Assert.Equal("home-1", Assert.Single(await keys.OfAsync(force, "home-2", Ending)).KeyId);
        Assert.Equal(1, asked);
        time.Advance(TimeSpan.FromMinutes(1));
        Task<IList<Microsoft.IdentityModel.Tokens.SecurityKey>>[] many = [.. Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await keys.OfAsync(force, "home-2", Ending), Ending))];
        Assert.All(await Task.WhenAll(many), found => Assert.Equal("home-2", Assert.Single(found).KeyId));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_or_lie_elsewhere_are_no_keys()
    {
        await using WebApplication home = await ServeAsync(static path => path switch
        {
            "/redirect" => Results.Redirect("/jwks"),
            "/long" => Results.Text(new string('x', 300 << 10)),
            "/nonsense" => Results.Text("{"),
            "/failing" => Results.StatusCode(500),
            _ => Results.Text("{\"keys\":[]}"),
        });
        using HomeKeys keys = new(TimeProvider.System);
        foreach (string place in new[] { "/redirect", "/long", "/nonsense", "/failing" })
            await Assert.ThrowsAsync<IOException>(async () => await keys.OfAsync(new HomeForce("https://identity.essex.example" + place, "essex", home.Urls.First() + place), "home-1", Ending));
        string file = Path.Combine(_folder, "gone.json");
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await keys.OfAsync(new HomeForce("https://identity.kent.example/", "kent", file), "home-1", Ending));
    }

    [Theory]
    [InlineData("", "essex", "file", "Issuer is missing")]
    [InlineData("https://identity.essex.example/", "", "file", "Agency is missing")]
    [InlineData("https://identity.essex.example/", "essex", "", "Keys is missing")]
    [InlineData("https://identity.essex.example/", "essex", "https://identity.essex.example/jwks", "neither a file that is there nor an address on loopback")]
    [InlineData("https://identity.essex.example/", "essex", "ftp://127.0.0.1/jwks", "neither a file that is there nor an address on loopback")]
    public void A_trust_that_is_not_complete_stops_the_start_and_says_what_to_do(string issuer, string agency, string keys, string reason)
    {
        string file = Path.Combine(_folder, "file.json");
        File.WriteAllText(file, "{}");
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Trust:0:Issuer"] = issuer,
            ["Trust:0:Agency"] = agency,
            ["Trust:0:Keys"] = keys == "file" ? file : keys,
        }).Build();
        Assert.Contains(reason, Assert.Throws<StartException>(() => HomeForce.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_that_is_broken_is_said_so_and_not_replaced()
    {
        using ClientKeys keys = new(Path.Combine(_folder, "keys"));
        File.WriteAllText(keys.PathOf("kent-rms"), "not a key");
        Assert.Contains("delete it", Assert.Throws<StartException>(() => keys.Of("kent-rms")).Message, StringComparison.Ordinal);
        Assert.Equal("not a key", File.ReadAllText(keys.PathOf("kent-rms")));
    }

    private static async Task<WebApplication> ServeAsync(Func<string, IResult> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapGet("/{**path}", (HttpContext http) => answer(http.Request.Path));
        await app.StartAsync(Ending);
        return app;
    }
}
