using Policing.Ethics.Audit;

namespace Policing.AuditDrill.Checking;

/// <summary>
/// Opens a log as a host would after a crash, reads every row, and holds it against what was acknowledged. Remembers what it has seen, so that a log that is written to
/// again is held against all that was ever acknowledged.
/// </summary>
internal sealed class LogCheck
{
    private readonly HashSet<Guid> _promised = [];
    private readonly List<(ulong Size, string Root)> _checkpoints = [];

    public int Promised => _promised.Count;

    public void Add(Promises promises)
    {
        _promised.UnionWith(promises.Entries);
        _checkpoints.AddRange(promises.Checkpoints);
    }

    /// <summary>How many acknowledged entries and checkpoints are not there.</summary>
    /// <exception cref="AuditLogException">The log does not open, or is damaged.</exception>
    public async Task<(int Entries, int Checkpoints, ulong Size)> LostAsync(AuditLog log)
    {
        await log.OpenAsync();
        Dictionary<ulong, string> roots = _checkpoints.Select(promise => promise.Size).Distinct().ToDictionary(size => size, _ => "");
        HashSet<Guid> there = [];
        CompactTree tree = new();
        await log.ReadAsync(
            async connection =>
            {
                await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, 0, log.Size, CancellationToken.None))
                {
                    if (row.Index != tree.Size || row.Leaf() is not { } leaf || !row.HasGoodDetails()) throw new DrillException("A row is missing or is not what was logged.");
                    tree.Append(leaf);
                    there.Add(new Guid(row.Id, bigEndian: true));
                    if (roots.ContainsKey(tree.Size)) roots[tree.Size] = Convert.ToHexString(tree.Root().ToArray());
                }
                return 0;
            },
            CancellationToken.None);
        if (tree.Size != log.Size) throw new DrillException("The rows end before the log does.");
        return (_promised.Count(id => !there.Contains(id)), _checkpoints.Count(promise => roots[promise.Size] != promise.Root), log.Size);
    }

    /// <summary>As <see cref="LostAsync"/>, and nothing may be.</summary>
    public async Task<ulong> HoldsAsync(AuditLog log, string when)
    {
        (int entries, int checkpoints, ulong size) = await LostAsync(log);
        if (entries + checkpoints > 0) throw new DrillException($"Lost {when}: {entries} of {Promised} acknowledged entries, {checkpoints} checkpoints.");
        return size;
    }
}
