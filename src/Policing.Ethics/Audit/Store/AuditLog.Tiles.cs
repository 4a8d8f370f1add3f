using System.Buffers;
using System.Data.Common;

namespace Policing.Ethics.Audit;

/// <summary>Giving the log to others tile by tile.</summary>
public sealed partial class AuditLog
{
    /// <summary>
    /// A tile of the log, C2SP tlog-tiles, or of a bundle of entries their two digests each: hashes, and nothing of an entry. What no signed checkpoint vouches for yet is not given; a
    /// tile that was not full when somebody asked is given in that width later too.
    /// </summary>
    /// <param name="path">Which.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The bytes; null where the newest checkpoint does not reach so far.</returns>
    /// <exception cref="AuditLogException">The store fails, or is damaged.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> TileAsync(TilePath path, CancellationToken cancellationToken = default)
    {
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        ulong signed = writer.Checkpoint?.Checkpoint.Size ?? 0;
        if (path.Width == 0 || !IsReached(path, signed)) return null;
        if (path.IsEntries) return await EntriesAsync(path, cancellationToken).ConfigureAwait(false);
        // Above the leaves everything is in memory.
        ulong[] leaves = path.Level == 0 ? [path.Index * TilePath.FullWidth] : [];
        return await OverTilesAsync(writer.Tree, leaves, tiles => writer.Tree.Tile(path, tiles), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsReached(TilePath path, ulong size)
    {
        ulong hashes = TilePath.Hashes(path.Level, size);
        ulong first = path.Index * TilePath.FullWidth;
        return path.Index <= hashes / TilePath.FullWidth && first + (ulong)path.Width <= hashes;
    }

    private async Task<ReadOnlyMemory<byte>?> EntriesAsync(TilePath path, CancellationToken cancellationToken)
    {
        ulong first = path.Index * TilePath.FullWidth;
        ArrayBufferWriter<byte> bundle = new();
        int count = await ReadAsync(AppendEntriesAsync, cancellationToken).ConfigureAwait(false);
        return count == path.Width ? bundle.WrittenMemory : throw new AuditLogException(AuditLogFault.Damaged);

        async Task<int> AppendEntriesAsync(DbConnection connection)
        {
            int read = 0;
            await foreach (byte[] leaf in AuditStore.LeavesAsync(connection, first, first + (ulong)path.Width, cancellationToken).ConfigureAwait(false))
            {
                EntryBundle.Append(bundle, leaf);
                read++;
            }
            return read;
        }
    }
}
