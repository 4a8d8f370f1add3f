namespace Policing.PartnerHost;

/// <summary>
/// What anybody can check the audit log with: hashes only. The lasting log of the host, such as that of <c>UseSqliteAudit</c>, has one without more; register another where the hashes are
/// served from elsewhere. With neither the calls answer 404 <c>not-available</c>.
/// </summary>
/// <remarks>Implementations are thread-safe. Source: tlog-checkpoint and tlog-tiles of C2SP.</remarks>
public interface IAuditSurface
{
    /// <summary>The latest signed checkpoint; null where there is none yet.</summary>
    ValueTask<ReadOnlyMemory<byte>?> CheckpointAsync(CancellationToken cancellationToken);

    /// <summary>A tile, or of the level <c>entries</c> the digests of each entry; null where there is none.</summary>
    /// <param name="level">The level, 0 to 63, or <c>entries</c>.</param>
    /// <param name="tile">The index as tlog-tiles writes it: <c>x001/067</c>, <c>000.p/12</c>. It was checked for its form.</param>
    /// <param name="cancellationToken">Ends it.</param>
    ValueTask<ReadOnlyMemory<byte>?> TileAsync(string level, string tile, CancellationToken cancellationToken);
}
