namespace Policing.Conformance.Waivers;

/// <summary>Somebody stands for a requirement that is not met, for a time. It stays visible in every report. Immutable.</summary>
public sealed record Waiver
{
    /// <summary>The requirement's id.</summary>
    public required string Requirement { get; init; }

    /// <summary>Who stands for it: a role or a team rather than a person.</summary>
    public required string Owner { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required DateOnly Expires { get; init; }
}
