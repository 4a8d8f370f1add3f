using Policing.AuditDrill;
using Policing.AuditDrill.Killing;
using Policing.AuditDrill.PowerLoss;
using Policing.AuditDrill.Tracing;
using Policing.AuditDrill.Writing;

const string usage = """
    usage: dotnet run --project eng/Policing.AuditDrill -- COMMAND [--times 20] [--seed 1]
      kill-sqlite      kill -9 of two processes that write to one file
      kill-postgresql  kill -9 of writers, and of a server of our own, in turn; needs the server's programs
      power            power loss at random moments, by a preloaded shim that notes what was synced; needs a C compiler
      trace            under strace: no acknowledgement before the sync that covers it
    What is acknowledged must be there. The last line is `held` or says what was lost.
    """;

try
{
    DrillOptions options = DrillOptions.Read(args);
    return options.Command switch
    {
        "kill-sqlite" => await SqliteKillDrill.RunAsync(options),
        "kill-postgresql" => await PostgreSqlKillDrill.RunAsync(options),
        "power" => await PowerDrill.RunAsync(options),
        "trace" => await TraceDrill.RunAsync(options),
        "write" => await WriterProcess.RunAsync(options),
        _ => Usage(),
    };
}
catch (DrillException exception)
{
    Console.WriteLine(exception.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine(usage);
    return 2;
}
