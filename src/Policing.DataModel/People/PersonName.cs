using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One name of a person.</summary>
[JsonConverter(typeof(PersonNameConverter))]
public sealed record PersonName : RecordPart
{
    /// <summary>What kind of name it is; absent means the one in use. An alias stands here as a name of that kind. Source: POLE DS_033.</summary>
    [Personal]
    public NameType? Kind { get; init; }

    /// <summary>The title, never part of the given names. Source: hmpps-person-record, TitleCode.</summary>
    [Personal]
    public PersonTitle? Title { get; init; }

    /// <summary>The given names in order, one each. Source: POLE DS_031.</summary>
    [Personal]
    public ValueList<string> Given { get; init; }

    /// <summary>The surname. Source: POLE DS_032.</summary>
    [Personal]
    public string? Surname { get; init; }

    /// <summary>What follows the surname, such as letters or "Junior".</summary>
    [Personal]
    public string? Suffix { get; init; }

    /// <summary>The whole name as the source wrote it, where it could not be taken apart.</summary>
    [Personal]
    public string? Full { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
