using Policing.Ethics.Audit;
using Policing.Ethics.PostgreSql;
using Policing.Ethics.Sqlite;
using Policing.HostDrill.Accounts;

namespace Policing.HostDrill.Checking;

/// <summary>The audit log of a server that has ended: it verifies as an auditor verifies it, and has one entry for each request that the drill sent, no more and no fewer.</summary>
internal sealed class AuditLogCheck(Ledger ledger, string folder, string? postgreSql)
{
    private const string SeedingPurpose = "system-testing";

    private string File => Path.Combine(folder, "audit", "audit.sqlite");

    public async Task RunAsync()
    {
        await VerifyAsync();
        IReadOnlyList<AuditedCall> entries = await AuditRows.ReadAsync(postgreSql, File);
        CompareCalls(entries);
        foreach (IGrouping<string, AuditedCall> kind in entries.GroupBy(entry => $"entries: {entry.Kind} {entry.Operation}".TrimEnd(), StringComparer.Ordinal)) ledger.Count(kind.Key, kind.Count());
    }

    private async Task VerifyAsync()
    {
        using SigningKey key = KeyFile.Read(Path.Combine(folder, "audit-keys", "checkpoints.key"), new KeyFileRules { AllowDevelopmentKey = true });
        await using AuditCopy copy = postgreSql is null ? SqliteAuditLog.OpenCopy(File) : PostgreSqlAuditLog.OpenCopy(postgreSql);
        AuditCheckReport report = await copy.CheckAsync(new() { Verifiers = [EcdsaNoteSigner.Of(key).VerifierKey.ToVerifier()] });
        if (!report.IsGood) ledger.Fault(FaultKind.Audit, $"The log does not verify: {report}");
        Console.WriteLine($"audit log: {report}, signed up to {report.Signed}");
    }

    private void CompareCalls(IReadOnlyList<AuditedCall> entries)
    {
        Dictionary<Guid, int> counts = [];
        HashSet<string> strangers = [.. ledger.EntriesOfStrangers];
        foreach (AuditedCall entry in entries.Where(entry => entry.Kind == "access" && entry.Purpose != SeedingPurpose))
        {
            if (entry.Correlation is { } correlation) counts[correlation] = counts.GetValueOrDefault(correlation) + 1;
            else if (!strangers.Remove(entry.Id)) ledger.Count("entries of callers without a token whose answers were lost");
        }
        if (strangers.Count > 0) ledger.Fault(FaultKind.Audit, $"{strangers.Count} entries that refusals named are not there.");
        foreach ((Guid correlation, CallAccount call) in ledger.Calls) Compare(call, counts.GetValueOrDefault(correlation), correlation);
        foreach (Guid correlation in counts.Keys.Where(correlation => !ledger.Calls.ContainsKey(correlation))) ledger.Fault(FaultKind.Audit, $"There is an entry of call {correlation}, which nobody made.");
    }

    // A request without an answer may have come to its entry, or not. Refusals of a token have entries without a correlation.
    private void Compare(CallAccount call, int entries, Guid correlation)
    {
        ledger.Count("sent: " + call.Operation, call.Sent);
        bool holds = call.IsStream ? entries >= call.Answered - call.Refused - call.Unwritten : entries >= call.Answered - call.Refused - call.Unwritten && entries <= call.Sent - call.Refused;
        if (!holds) ledger.Fault(FaultKind.Audit, $"{call.Operation} was sent {call.Sent} times, answered {call.Answered} times, and has {entries} entries. Correlation {correlation}.");
    }
}
