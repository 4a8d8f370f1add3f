using System.Globalization;
using System.Text;
using Policing.Ethics;
using Policing.Ethics.Audit;

namespace Policing.AuditDrill;

/// <summary>The process that writes, and says of each entry that it is durable, in one call of <c>write</c>: <c>ack mark id</c>.</summary>
internal static class Writer
{
    public const string Acknowledged = "ack ";

    public static async Task<int> RunAsync(string store, string keyFile, int writers, int entries, string synchronous)
    {
        using Stream output = Console.OpenStandardOutput();
        Lock one = new();
        int next = 0;
        await using AuditLog log = DrillLog.Create(store, keyFile, synchronous);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (int number = Interlocked.Increment(ref next); number <= entries; number = Interlocked.Increment(ref next))
            {
                string mark = $"mark-{number.ToString("d8", CultureInfo.InvariantCulture)}-";
                AuditEntryId id = await log.AppendAsync(DrillLog.Entry(mark), CancellationToken.None);
                byte[] line = Encoding.ASCII.GetBytes($"{Acknowledged}{mark} {id}\n");
                lock (one) output.Write(line);
            }
        })));
        return 0;
    }
}
