namespace Policing.DataModel.Completeness;

/// <summary>A test of profiles: records with their links, and the rules that must be found in them, no more and no less. Immutable.</summary>
public sealed record ProfileTest
{
    /// <summary>What it is about.</summary>
    public required string Name { get; init; }

    /// <summary>The records and links.</summary>
    public required ValueList<PoliceRecord> Records { get; init; }

    /// <summary>The profiles whose findings count; empty for all.</summary>
    public ValueList<string> Of { get; init; }

    /// <summary>The ids of the rules to be found.</summary>
    public ValueList<string> Expected { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
