using System.Data.Common;

namespace Policing.Ethics.Audit;

/// <summary>Holds missing details against the entries that say that they were erased.</summary>
internal sealed class ErasureCheck(CheckFindings findings, IReadOnlyList<(ulong Index, CoreView Core)> erasures, IReadOnlyList<MissingDetails> missing)
{
    /// <returns>Of how many entries the details were erased as they should be.</returns>
    public async Task<ulong> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        List<GoodErasure> good = [];
        foreach ((ulong index, CoreView core) in erasures.OrderBy(erasure => erasure.Index))
        {
            IndexRange[]? ranges = Ranges(index, core);
            if (ranges is null)
            {
                findings.Add(AuditFindingKind.ErasureForged, index, "entry");
                continue;
            }
            good.AddRange(ranges.Select(range => new GoodErasure(index, range, core.Time!.Value - core.Retention!.Value)));
        }
        good.Sort((a, b) => a.Range.From.CompareTo(b.Range.From));
        ulong erased = Pair(good);
        foreach (GoodErasure erasure in good) await CheckGoneAsync(connection, erasure.Range, cancellationToken).ConfigureAwait(false);
        return erased;
    }

    // What an erasure must say for it to be one; null where it does not.
    private static IndexRange[]? Ranges(ulong index, CoreView core)
    {
        if (core.Actor is null || core.Approver is null || core.Actor == core.Approver || core.Time is null || core.Retention is not { } retention || retention < TimeSpan.Zero) return null;
        IndexRange[] ranges = new IndexRange[core.Erased.Count];
        for (int i = 0; i < ranges.Length; i++)
            if (!IndexRange.TryParse(core.Erased[i], out ranges[i]) || ranges[i].To >= index) return null;
        return ranges.Length == 0 ? null : ranges;
    }

    private ulong Pair(List<GoodErasure> good)
    {
        ulong erased = 0;
        HashSet<ulong> early = [];
        int first = 0;
        foreach (MissingDetails details in missing.OrderBy(details => details.Index))
        {
            while (first < good.Count && good[first].Range.To < details.Index) first++;
            GoodErasure? by = good.Skip(first).TakeWhile(erasure => erasure.Range.From <= details.Index).FirstOrDefault(erasure => erasure.Range.To >= details.Index);
            if (by is null) findings.Add(AuditFindingKind.DetailsDestroyed, details.Index, "details");
            else if (details.Time is { } time && time > by.Before) early.Add(by.Entry);
            else erased++;
        }
        foreach (ulong entry in early.Order()) findings.Add(AuditFindingKind.ErasureForged, entry, "entry");
        return erased;
    }

    private async Task CheckGoneAsync(DbConnection connection, IndexRange range, CancellationToken cancellationToken)
    {
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, range.From, range.To + 1, cancellationToken).ConfigureAwait(false))
            if (row.Details is not null) findings.Add(AuditFindingKind.ErasureIncomplete, row.Index, "details");
    }

    /// <summary>A stretch that an entry erased, and the time before which entries had to be.</summary>
    private sealed record GoodErasure(ulong Entry, IndexRange Range, DateTimeOffset Before);
}
