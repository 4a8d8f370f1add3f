namespace Policing.Ethics.Audit;

/// <summary>
/// The exchange of a key, as an entry of the log says it. The first checkpoint after the entry is signed by both keys, every one after that by the new key alone.
/// </summary>
/// <remarks>Immutable. Two are equal where the texts of both keys are.</remarks>
public sealed class KeyRotation : IEquatable<KeyRotation>
{
    /// <summary>An exchange.</summary>
    /// <param name="from">The key that goes.</param>
    /// <param name="to">The key that comes, under the same name.</param>
    /// <exception cref="ArgumentException">The keys have two names, or are one key.</exception>
    public KeyRotation(VerifierKey from, VerifierKey to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.KeyName != to.KeyName) throw new ArgumentException("A key is exchanged for one of the same name: that of the log.", nameof(to));
        if (from.ToString() == to.ToString()) throw new ArgumentException("A key is exchanged for another.", nameof(to));
        From = from;
        To = to;
    }

    /// <summary>The key that goes.</summary>
    public VerifierKey From { get; }

    /// <summary>The key that comes.</summary>
    public VerifierKey To { get; }

    /// <summary>Whether both keys are the same.</summary>
    public bool Equals(KeyRotation? other) => other is not null && From.ToString() == other.From.ToString() && To.ToString() == other.To.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyRotation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From.KeyId, To.KeyId);

    /// <summary>The ids of the keys.</summary>
    public override string ToString() => $"{nameof(KeyRotation)} {From.KeyId:x8} {To.KeyId:x8}";
}
