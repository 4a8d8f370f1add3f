namespace Policing.AuditDrill.PowerLoss;

/// <summary>
/// What is on a disk after power was lost: all that a sync had covered, and of the rest what chance has it. As on common file systems, a sync of a file covers its name too.
/// </summary>
internal sealed class DiskImage(DiskJournal journal, int moment, LossKind kind, Random random)
{
    private const int Sector = 512;
    private readonly Dictionary<int, MemoryStream> _files = [];

    /// <summary>Lays the files out in an empty folder, but for one that only observes.</summary>
    public void Write(string folder, string observer)
    {
        Dictionary<int, ulong> covered = CoveredBySyncs();
        for (int at = 0; at < moment; at++)
        {
            DiskOperation operation = journal.Operations[at];
            Apply(operation, isSure: (ulong)at < covered.GetValueOrDefault(operation.File));
        }
        foreach ((int file, MemoryStream content) in _files)
            if (journal.NameOf(file) is { } name && name != observer) File.WriteAllBytes(Path.Combine(folder, name), content.ToArray());
    }

    private Dictionary<int, ulong> CoveredBySyncs()
    {
        Dictionary<int, ulong> covered = [];
        foreach (DiskOperation operation in journal.Operations.Take(moment))
            if (operation.Kind == DiskOperation.Synced) covered[operation.File] = Math.Max(covered.GetValueOrDefault(operation.File), operation.Argument);
        return covered;
    }

    private void Apply(DiskOperation operation, bool isSure)
    {
        switch (operation.Kind)
        {
            case DiskOperation.IsThere when isSure || IsLucky():
                _files[operation.File] = new();
                break;
            case DiskOperation.Deleted:
                _files.Remove(operation.File);
                break;
            case DiskOperation.Cut when _files.TryGetValue(operation.File, out MemoryStream? content) && (isSure || IsLucky()):
                content.SetLength((long)operation.Argument);
                break;
            case DiskOperation.Write when _files.TryGetValue(operation.File, out MemoryStream? content):
                Write(content, operation, isSure);
                break;
        }
    }

    private void Write(MemoryStream content, DiskOperation operation, bool isSure)
    {
        if (isSure || kind != LossKind.SomeSectors)
        {
            if (isSure || IsLucky()) Put(content, (long)operation.Argument, operation.Bytes.Span);
            return;
        }
        for (int at = 0; at < operation.Bytes.Length; at += Sector)
            if (IsLucky()) Put(content, (long)operation.Argument + at, operation.Bytes.Span[at..Math.Min(at + Sector, operation.Bytes.Length)]);
    }

    private bool IsLucky() => kind != LossKind.All && random.Next(2) == 0;

    private static void Put(MemoryStream content, long place, ReadOnlySpan<byte> bytes)
    {
        content.Position = place;
        content.Write(bytes);
    }
}
