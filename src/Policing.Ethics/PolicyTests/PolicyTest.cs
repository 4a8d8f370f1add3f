using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>A request, and the decision that is expected of it.</summary>
public sealed record PolicyTest
{
    /// <summary>What the test is about, in words.</summary>
    public required string Name { get; init; }

    /// <summary>The request.</summary>
    public required AccessRequest Request { get; init; }

    /// <summary>Whether it is to be permitted.</summary>
    public required AccessOutcome Expected { get; init; }

    /// <summary>The ids of all rules that are to decide; null where the test does not say.</summary>
    public ValueList<string>? Rules { get; init; }

    /// <summary>The permit that is to come nearest; null where the test does not say.</summary>
    public string? Nearest { get; init; }

    /// <summary>The kinds of obligation that the decision is to have; null where the test does not say.</summary>
    public ValueList<string>? Obligations { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
