using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One thing that a prosecutor asks the police to do.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(CaseActionConverter))]
public sealed record CaseAction : RecordPart
{
    /// <summary>Its number, from 1.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>What.</summary>
    [CriminalAllegation]
    public string? Text { get; init; }

    /// <summary>By when.</summary>
    [Operational]
    public PartialDateTime DueAt { get; init; }

    /// <summary>When it was done.</summary>
    [Operational]
    public PartialDateTime DoneAt { get; init; }

    /// <summary>What came of it.</summary>
    [CriminalAllegation]
    public string? Answer { get; init; }
}
