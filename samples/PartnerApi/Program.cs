// Serves the partner API with records that do not exist, an issuer of test tokens, and its documentation, on loopback.
// Records are in SQLite, or in PostgreSQL where ConnectionStrings:Partner says so. Exit codes: 0 stopped, 1 it could not start.
using Policing.Samples.Partner.Start;

await using WebApplication app = SampleHost.Build(args);
await SampleHost.StartAsync(app, Console.Out, app.Lifetime.ApplicationStopping);
await app.WaitForShutdownAsync();
