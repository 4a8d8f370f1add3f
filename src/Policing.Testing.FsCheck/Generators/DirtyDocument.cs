namespace Policing.Testing.FsCheck;

/// <summary>A document with one known fault. Immutable.</summary>
/// <param name="Variant">The fault, with the rule that finds it.</param>
/// <param name="Utf8">The document.</param>
public sealed record DirtyDocument(DirtyVariant Variant, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>The name of the fault.</summary>
    public override string ToString() => Variant.Name;
}
