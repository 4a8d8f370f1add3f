using Policing.Ethics.Audit;

namespace Policing.PartnerHost;

/// <summary>The hashes of the lasting log of the host.</summary>
internal sealed class AuditLogSurface(AuditLog log) : IAuditSurface
{
    public async ValueTask<ReadOnlyMemory<byte>?> CheckpointAsync(CancellationToken cancellationToken)
    {
        await log.OpenAsync(cancellationToken).ConfigureAwait(false);
        return log.LatestCheckpoint?.ToUtf8();
    }

    public async ValueTask<ReadOnlyMemory<byte>?> TileAsync(string level, string tile, CancellationToken cancellationToken) =>
        TilePath.TryParse($"tile/{level}/{tile}", out TilePath path) ? await log.TileAsync(path, cancellationToken).ConfigureAwait(false) : null;
}
