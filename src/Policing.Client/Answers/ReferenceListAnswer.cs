namespace Policing.Client;

/// <summary>A code list as a partner has it. Immutable.</summary>
public sealed record ReferenceListAnswer
{
    /// <summary>Whether it is the one that the caller has already; there is no content then.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The list, in the form of schemas/reference-data, as UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; init; }

    /// <summary>Its version, to ask for it again with.</summary>
    public RecordTag Tag { get; init; }
}
