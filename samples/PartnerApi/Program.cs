// Serves the partner API with records that do not exist, an issuer of test tokens, and its documentation, on loopback.
// Records are in SQLite, or in PostgreSQL where ConnectionStrings:Partner says so. Exit codes: 0 stopped, 1 it could not start, 2 wrong arguments.
using Policing.Samples.Partner.Start;

try
{
    await using WebApplication app = SampleHost.Build(args);
    await SampleHost.StartAsync(app, Console.Out, app.Lifetime.ApplicationStopping);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (StartFaults.WordsOf(fault) is { } words)
{
    await Console.Error.WriteLineAsync(words);
    return StartFaults.CodeOf(fault);
}
