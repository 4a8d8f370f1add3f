using Policing.DataModel;

namespace Policing.Testing;

/// <summary>A case that never happened, whole: every record that it needs, with its links. Immutable.</summary>
public sealed record ScenarioCase
{
    internal ScenarioCase()
    {
    }

    /// <summary>What happens in it.</summary>
    public required SyntheticScenario Scenario { get; init; }

    /// <summary>Its number.</summary>
    public required long Number { get; init; }

    /// <summary>The records; no link comes before its ends, and both are in the case.</summary>
    public required ValueList<PoliceRecord> Records { get; init; }

    /// <summary>The scenario and number.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Scenario} {Number}");
}
