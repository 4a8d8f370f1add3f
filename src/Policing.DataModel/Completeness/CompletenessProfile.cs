namespace Policing.DataModel.Completeness;

/// <summary>What a record should have that stands in a role: the entity of a data standard as a list of what may be missing. Immutable and thread-safe.</summary>
public sealed class CompletenessProfile
{
    internal CompletenessProfile(string id, string title, string recordType, ValueList<string> roles, ProfileQuestion[] when, ValueList<CompletenessGap> gaps)
    {
        Id = id;
        Title = title;
        RecordType = recordType;
        Roles = roles;
        When = when;
        Gaps = gaps;
        DependsOnLink = when.Concat(gaps.SelectMany(gap => gap.Of.Concat(gap.When))).Any(question => question.DependsOnLink);
    }

    /// <summary>The id in its set, such as <c>P_002</c>.</summary>
    public string Id { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Title { get; }

    /// <summary>The record type that it is over.</summary>
    public string RecordType { get; }

    /// <summary>The roles of which the record must have one; empty where it is over every record of the type.</summary>
    public ValueList<string> Roles { get; }

    /// <summary>What may be missing.</summary>
    public ValueList<CompletenessGap> Gaps { get; }

    internal ProfileQuestion[] When { get; }

    /// <summary>Whether the answers differ from one link of the role to another.</summary>
    internal bool DependsOnLink { get; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
