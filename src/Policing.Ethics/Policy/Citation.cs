namespace Policing.Ethics;

/// <summary>What a rule stands on, and how sure that is.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Citation
{
    /// <summary>The provision, such as <c>DPA 2018 s.62(4)</c>; of an own choice, the name of the choice.</summary>
    public required string Provision { get; init; }

    /// <summary>How sure it is.</summary>
    public required CitationCertainty Certainty { get; init; }

    /// <summary>What was read, and where; null for an own choice.</summary>
    public string? Source { get; init; }

    /// <summary>The first day that the provision was in force; null when not stated.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day that it was in force no longer; null while it is.</summary>
    public DateOnly? Until { get; init; }
}
