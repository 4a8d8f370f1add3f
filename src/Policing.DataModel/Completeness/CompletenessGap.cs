using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>One thing that a profile asks for: at least so many of the places where it may stand. Immutable and thread-safe.</summary>
public sealed class CompletenessGap
{
    internal CompletenessGap(FindingRule rule, ValueList<string> sources, string? member, int atLeast, ProfileQuestion[] of, ProfileQuestion[] when)
    {
        Rule = rule;
        Sources = sources;
        Member = member;
        AtLeast = atLeast;
        Of = of;
        When = when;
    }

    /// <summary>The rule that is found where it is missing.</summary>
    public FindingRule Rule { get; }

    /// <summary>Where it is from, such as <c>DS_031</c>.</summary>
    public ValueList<string> Sources { get; }

    /// <summary>How many of the places must have something.</summary>
    public int AtLeast { get; }

    /// <summary>The member of the record that a finding points to; null for the record itself.</summary>
    internal string? Member { get; }

    internal ProfileQuestion[] Of { get; }

    internal ProfileQuestion[] When { get; }
}
