// Shows that what the audit log calls durable is: under strace, when the power goes, and when processes are killed.
//   strace N          SQLite: N acknowledgements, none of which may come before the fsync that covers its entry
//   power N           SQLite: N power cuts, with the preloaded power-loss.so; every acknowledged entry must be there
//   power-unsafe N    the same with synchronous=OFF, which must lose some: so the harness can tell
//   kill N            SQLite: N writers killed
//   kill-postgres N   PostgreSQL: N writers or servers killed, in a private cluster
//   two N             two processes on one SQLite file, N entries each: one tree
// Exit codes: 0 held, 1 did not, 2 wrong arguments, 77 the means are not here.
using System.Globalization;
using Policing.AuditDrill;

if (args is ["write", string store, string key, string writers, string entries, string synchronous])
    return await Writer.RunAsync(store, key, int.Parse(writers, CultureInfo.InvariantCulture), int.Parse(entries, CultureInfo.InvariantCulture), synchronous);
if (args.Length != 2 || !int.TryParse(args[1], CultureInfo.InvariantCulture, out int rounds) || rounds < 1)
{
    Console.Error.WriteLine("usage: strace|power|power-unsafe|kill|kill-postgres|two N");
    return 2;
}

try
{
    switch (args[0])
    {
        case "strace":
            await StraceDrill.RunAsync(rounds);
            break;
        case "power":
            await PowerDrill.RunAsync(rounds, isSafe: true);
            break;
        case "power-unsafe":
            await PowerDrill.RunAsync(rounds, isSafe: false);
            break;
        case "kill":
            await KillDrill.SqliteAsync(rounds);
            break;
        case "kill-postgres":
            await KillDrill.PostgreSqlAsync(rounds);
            break;
        case "two":
            await TwoDrill.RunAsync(rounds);
            break;
        default:
            Console.Error.WriteLine("There is no such drill.");
            return 2;
    }
    Console.WriteLine("held");
    return 0;
}
catch (DrillFailedException exception)
{
    Console.Error.WriteLine($"FAILED: {exception.Message}");
    return 1;
}
catch (MeansMissingException exception)
{
    Console.Error.WriteLine($"skipped: {exception.Message}");
    return 77;
}
