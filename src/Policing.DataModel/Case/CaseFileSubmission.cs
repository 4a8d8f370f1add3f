using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One sending of a case file to the prosecutor.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(CaseFileSubmissionConverter))]
public sealed record CaseFileSubmission : RecordPart
{
    /// <summary>When.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who sent it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>What was asked for.</summary>
    [CriminalAllegation]
    public string? Requested { get; init; }

    /// <summary>Whether it was taken in.</summary>
    [Operational]
    public bool? Accepted { get; init; }

    /// <summary>Why it was sent back.</summary>
    [Operational]
    public string? ReturnedReason { get; init; }
}
