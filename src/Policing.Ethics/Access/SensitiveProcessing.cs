using Policing.DataModel.Codes;

namespace Policing.Ethics;

/// <summary>
/// What sensitive processing rests on: a Schedule 8 condition, the policy document that stands behind it, and why nothing less would do. With
/// consent as the lawful basis the document alone is asked for. Source: DPA 2018 ss.35(4), 35(5) and 42, through secondary sources.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SensitiveProcessing
{
    /// <summary>The condition of Schedule 8; null where the basis is consent.</summary>
    public Schedule8Condition? Condition { get; init; }

    /// <summary>The reference of the appropriate policy document; at most 128 characters.</summary>
    public string? PolicyDocument { get; init; }

    /// <summary>Why the sensitive data is strictly necessary, in words; 3 to 250 characters. It is personal data as soon as it names somebody.</summary>
    public string? StrictNecessity { get; init; }

    /// <summary>The name of the type; never the words.</summary>
    public override string ToString() => nameof(SensitiveProcessing);
}
