using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;

namespace Policing.AuditDrill.Writing;

/// <summary>
/// A process that appends with several writers, and notes in a file each entry that was acknowledged and each checkpoint that was given, by a write of its own, right after.
/// </summary>
internal static class WriterProcess
{
    /// <summary>The exit code when the store failed under it, as it does when its server is killed.</summary>
    public const int StoreFailed = 3;

    private static readonly AccessContext Context = new()
    {
        Actor = new() { Person = "u-1001", Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "drill" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        Justification = "A drill, with words as long as those of a justification usually are",
    };

    public static async Task<int> RunAsync(DrillOptions options)
    {
        DrillFolder folder = DrillFolder.At(options.Text("folder"));
        options.Values.TryGetValue("connection", out string? connection);
        using Acknowledgements acknowledged = new(options.Text("acks"));
        await using AuditLog log = folder.Log(connection, isUnsafe: options.Number("unsafe", 0) == 1);
        int left = options.Number("entries", int.MaxValue);
        try
        {
            await log.OpenAsync();
            await Task.WhenAll([.. Enumerable.Range(0, options.Number("writers", 8)).Select(_ => Task.Run(WriteAsync))]);
            acknowledged.Note(await log.CheckpointAsync());
            return 0;
        }
        catch (AuditLogException)
        {
            return StoreFailed;
        }

        async Task WriteAsync()
        {
            for (int number; (number = Interlocked.Decrement(ref left)) >= 0;)
            {
                acknowledged.Note(await log.AppendAsync(Entry(), CancellationToken.None));
                if (number % 97 == 0) acknowledged.Note(await log.CheckpointAsync());
            }
        }
    }

    private static AuditEntry Entry() => new()
    {
        Time = TimeProvider.System.GetUtcNow(),
        Context = Context,
        Operation = AccessOperation.Consultation,
        RecordType = "person",
        Decision = AccessDecision.Permit(PolicyHash, ["BL-P01"]),
        PolicyHash = PolicyHash,
    };

    private static string PolicyHash { get; } = "sha256:" + new string('0', 64);
}
