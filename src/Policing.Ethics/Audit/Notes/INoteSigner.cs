namespace Policing.Ethics.Audit;

/// <summary>A private key that signs notes. It may be far away: in a security module or a key service.</summary>
/// <remarks>Implementations are thread-safe. To throw is to fail, and there is no note.</remarks>
public interface INoteSigner
{
    /// <summary>The name of the key.</summary>
    string KeyName { get; }

    /// <summary>The id of the key.</summary>
    uint KeyId { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text of the note, in UTF-8, with its last end of line.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The signature, without the id of the key.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);
}
