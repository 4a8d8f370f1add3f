using System.Data.Common;

namespace Policing.Ethics.Audit;

/// <summary>The one way by which details leave.</summary>
public sealed partial class AuditLog
{
    private const int MostErased = 100_000;

    /// <summary>
    /// Erases the details of entries, and writes an entry that says so, both or neither. The cores stay, and so do all proofs.
    /// </summary>
    /// <param name="indexes">The indexes of the entries; at most 100,000. Each has details, and is older than <see cref="AuditLogOptions.MinimumRetention"/>.</param>
    /// <param name="authority">On whose authority and why, in 3 to 250 characters, without the data that is erased. It is a detail of the new entry.</param>
    /// <param name="requestedBy">The person who asks.</param>
    /// <param name="approvedBy">The person who approves: another one.</param>
    /// <param name="cancellationToken">Ends the wait, not the erasure.</param>
    /// <exception cref="ArgumentException">There are no indexes, or too many, or the context is faulty.</exception>
    /// <exception cref="AuditLogException">It is refused, or the store fails; nothing is erased.</exception>
    public async ValueTask<AuditErasure> EraseAsync(
        IReadOnlyCollection<ulong> indexes, string authority, AccessContext requestedBy, AccessActor approvedBy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentNullException.ThrowIfNull(requestedBy);
        ArgumentNullException.ThrowIfNull(approvedBy);
        if (indexes.Count is 0 or > MostErased) throw new ArgumentException("Give 1 to 100,000 indexes.", nameof(indexes));
        if (requestedBy.Fault is not null) throw new ArgumentException("The context of who asks is not complete.", nameof(requestedBy));
        if (!AreTwoPeople(requestedBy, approvedBy)) throw new AuditLogException(AuditLogFault.NotTwoPeople);
        if (authority.Trim().Length < 3 || authority.Length > 250) throw new AuditLogException(AuditLogFault.NoAuthority);
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        return await writer.DoAsync(() => EraseAsync(writer, IndexRange.Of(indexes), authority, requestedBy, approvedBy)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<AuditErasure> EraseAsync(AuditWriter writer, IReadOnlyList<IndexRange> ranges, string authority, AccessContext requestedBy, AccessActor approvedBy)
    {
        DateTimeOffset now = _time.GetUtcNow();
        AuditEntry entry = new() { Kind = AuditEntryKind.Erasure, Time = now, Context = requestedBy, Operation = AccessOperation.Erasure, RecordType = "audit-entry", Text = authority };
        AuditContent content = _contents.Content(entry, IsBeforeTheSeen(now), new ErasureNote(ranges, approvedBy, _options.MinimumRetention));
        int erased = 0;
        await writer.CommitAsync(content, async connection =>
        {
            // In the transaction of the entry: what is refused here undoes it.
            foreach (IndexRange range in ranges)
            {
                await CheckErasableAsync(connection, range, now).ConfigureAwait(false);
                erased += await AuditStore.DeleteDetailsAsync(connection, range, CancellationToken.None).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        bool isScrubbed = await ScrubAsync(writer).ConfigureAwait(false);
        return new(IdOf(content.Id), erased, isScrubbed);
    }

    private async Task<bool> ScrubAsync(AuditWriter writer)
    {
        try
        {
            return await _store.Dialect.ScrubAsync(await writer.ConnectionAsync().ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // The erasure is done and written down; that its traces are left is said in the answer.
            return false;
        }
    }

    private async Task CheckErasableAsync(DbConnection connection, IndexRange range, DateTimeOffset now)
    {
        ulong next = range.From;
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, range.From, range.To + 1, CancellationToken.None).ConfigureAwait(false))
        {
            if (row.Index != next++) throw new AuditLogException(AuditLogFault.NoSuchEntry);
            if (!CoreView.TryRead(row.Core, out CoreView? core) || core!.Time is not { } time) throw new AuditLogException(AuditLogFault.Damaged);
            if (now - time < _options.MinimumRetention) throw new AuditLogException(AuditLogFault.TooYoung);
            if (row.Details is null) throw new AuditLogException(AuditLogFault.NoDetails);
        }
        if (next != range.To + 1) throw new AuditLogException(AuditLogFault.NoSuchEntry);
    }

    // An id of another agency may be another person; to be taken for the same is the safe mistake. So is whoever the errand is for.
    private static bool AreTwoPeople(AccessContext requestedBy, AccessActor approvedBy) =>
        requestedBy.Actor.Person is { } person && approvedBy is { Person: { } other, Agency.Id: not null }
        && !string.Equals(person, other, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(requestedBy.OnBehalfOf?.Person, other, StringComparison.OrdinalIgnoreCase);
}
