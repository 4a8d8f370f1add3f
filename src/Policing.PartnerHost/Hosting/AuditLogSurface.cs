using Policing.Ethics.Audit;

namespace Policing.PartnerHost;

/// <summary>The hashes of the lasting log of the host.</summary>
internal sealed class AuditLogSurface(AuditLog log) : IAuditSurface
{
    public async ValueTask<ReadOnlyMemory<byte>?> CheckpointAsync(CancellationToken cancellationToken)
    {
        await log.OpenAsync(cancellationToken).ConfigureAwait(false);
        SignedNote? note = log.LatestCheckpoint;
        // The first one need not be waited for.
        if (note is null && log.Size > 0) note = await log.CheckpointAsync(cancellationToken).ConfigureAwait(false);
        // A null array would become empty memory, which is not nothing.
        return note is null ? null : (ReadOnlyMemory<byte>?)note.ToUtf8();
    }

    public async ValueTask<ReadOnlyMemory<byte>?> TileAsync(string level, string tile, CancellationToken cancellationToken) =>
        TilePath.TryParse($"tile/{level}/{tile}", out TilePath path) ? await log.TileAsync(path, cancellationToken).ConfigureAwait(false) : null;
}
