using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One interview of a detained person, or of one who came of their own will.</summary>
[JsonConverter(typeof(CustodyInterviewConverter))]
public sealed record CustodyInterview : RecordPart
{
    /// <summary>When it began. Source: PACE Code C 11.</summary>
    [CriminalAllegation]
    public PartialDateTime StartedAt { get; init; }

    /// <summary>When it ended. Source: PACE Code C 11.</summary>
    [CriminalAllegation]
    public PartialDateTime EndedAt { get; init; }

    /// <summary>Who asked. Source: PACE Code C 11.</summary>
    [Officer]
    public ValueList<OfficerReference> By { get; init; }

    /// <summary>Whether a legal adviser was there.</summary>
    [Personal]
    public bool? LegalAdviserPresent { get; init; }

    /// <summary>Whether an appropriate adult was there.</summary>
    [VulnerableOrProtected]
    public bool? AppropriateAdultPresent { get; init; }

    /// <summary>Whether an interpreter was there.</summary>
    [Personal]
    public bool? InterpreterPresent { get; init; }

    /// <summary>The reference of the recording.</summary>
    [Operational]
    public string? Recording { get; init; }

    /// <summary>What was said, in short.</summary>
    [CriminalAllegation]
    public string? Summary { get; init; }
}
