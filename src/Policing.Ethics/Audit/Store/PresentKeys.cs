using System.Data.Common;

namespace Policing.Ethics.Audit;

/// <summary>
/// Which keys a stored log signs with, by its newest checkpoint. It is a guard against mistakes: nothing is verified here, and <see cref="AuditLog.CheckAsync"/> finds who meant it.
/// </summary>
internal static class PresentKeys
{
    /// <exception cref="AuditLogException">The signers are not those of the log.</exception>
    public static async Task CheckAsync(DbConnection connection, SignedNote? latest, string origin, IReadOnlyList<INoteSigner> signers, CancellationToken cancellationToken)
    {
        if (latest is null) return;
        HashSet<uint> ids = [.. latest.Signatures.Where(signature => signature.KeyName == origin).Select(signature => signature.KeyId)];
        if (await RotationOfAsync(connection, latest, cancellationToken).ConfigureAwait(false) is { } rotation) ids.Remove(rotation.From.KeyId);
        if (!ids.SetEquals(signers.Where(signer => signer.KeyName == origin).Select(signer => signer.KeyId))) throw new AuditLogException(AuditLogFault.OtherKey);
    }

    // A checkpoint of both keys is that of the entry which says so: its last.
    private static async Task<KeyRotation?> RotationOfAsync(DbConnection connection, SignedNote note, CancellationToken cancellationToken)
    {
        if (Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) != NoteFault.None || checkpoint!.Size == 0) return null;
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, checkpoint.Size - 1, checkpoint.Size, cancellationToken).ConfigureAwait(false))
            if (CoreView.TryRead(row.Core, out CoreView? core) && core!.Kind == AuditEntryKind.KeyRotated) return core.Rotation;
        return null;
    }
}
