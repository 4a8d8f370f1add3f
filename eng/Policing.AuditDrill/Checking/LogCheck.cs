using Policing.Ethics.Audit;

namespace Policing.AuditDrill.Checking;

/// <summary>
/// Opens a log as a host would after a crash, reads its rows, and holds it against what was acknowledged. One that is asked again reads on from where it was, so that what
/// was there is there still by the chain of roots; a new one reads all.
/// </summary>
internal sealed class LogCheck
{
    private readonly HashSet<Guid> _waiting = [];
    private readonly List<(ulong Size, string Root)> _checkpoints = [];
    private readonly Dictionary<ulong, string> _roots = [];
    private readonly CompactTree _tree = new();

    /// <summary>How many entries were acknowledged.</summary>
    public int Promised { get; private set; }

    public void Add(Promises promises)
    {
        Promised += promises.Entries.Count;
        _waiting.UnionWith(promises.Entries);
        _checkpoints.AddRange(promises.Checkpoints);
        foreach ((ulong size, _) in promises.Checkpoints) _roots.TryAdd(size, "");
    }

    /// <summary>How many acknowledged entries and checkpoints are not there.</summary>
    /// <exception cref="AuditLogException">The log does not open, or is damaged.</exception>
    public async Task<(int Entries, int Checkpoints, ulong Size)> LostAsync(AuditLog log)
    {
        await log.OpenAsync();
        await log.ReadAsync(
            async connection =>
            {
                await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, _tree.Size, log.Size, CancellationToken.None)) See(row);
                return 0;
            },
            CancellationToken.None);
        if (_tree.Size != log.Size) throw new DrillException("The rows end before the log does.");
        if (log.LatestCheckpoint is { } note && Checkpoint.Parse(note.Text) is var latest && latest.Size == _tree.Size && latest.Root != _tree.Root())
            throw new DrillException("The rows are not those that were signed for.");
        return (_waiting.Count, _checkpoints.Count(promise => _roots[promise.Size] != promise.Root), log.Size);
    }

    /// <summary>As <see cref="LostAsync"/>, and nothing may be.</summary>
    public async Task<ulong> HoldsAsync(AuditLog log, string when)
    {
        (int entries, int checkpoints, ulong size) = await LostAsync(log);
        if (entries + checkpoints > 0) throw new DrillException($"Lost {when}: {entries} of {Promised} acknowledged entries, {checkpoints} checkpoints.");
        return size;
    }

    private void See(StoredEntry row)
    {
        if (row.Index != _tree.Size || row.Leaf() is not { } leaf || !row.HasGoodDetails()) throw new DrillException("A row is missing or is not what was logged.");
        _tree.Append(leaf);
        _waiting.Remove(new Guid(row.Id, bigEndian: true));
        if (_roots.ContainsKey(_tree.Size)) _roots[_tree.Size] = Convert.ToHexString(_tree.Root().ToArray());
    }
}
