using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Client;

/// <summary>One record that a search found. Immutable.</summary>
public sealed record SearchMatch
{
    /// <summary>What was read: the record as this caller may see it, or its text where it could not be read, and what was found.</summary>
    public required ReadResult Content { get; init; }

    /// <summary>The record; null where it could not be read.</summary>
    public PoliceRecord? Record => Content.Record;

    /// <summary>How good the match is.</summary>
    public required MatchGrade Grade { get; init; }

    /// <summary>The criteria that matched, by name, such as <c>name.phonetic</c>.</summary>
    public ValueList<string> On { get; init; }

    /// <summary>The grade; never the record.</summary>
    public override string ToString() => Grade.ToString();
}
