using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One assessment of the risk to and from a detained person.</summary>
[JsonConverter(typeof(CustodyRiskAssessmentConverter))]
public sealed record CustodyRiskAssessment : RecordPart
{
    /// <summary>When it was made.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who made it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>How the person is watched. Source: PACE Code C 9 and College of Policing guidance on detention.</summary>
    [VulnerableOrProtected]
    public CustodyObservationLevel? ObservationLevel { get; init; }

    /// <summary>The minutes between two visits.</summary>
    [Operational]
    public int? CheckEvery { get; init; }

    /// <summary>Whether there is a risk of self-harm.</summary>
    [VulnerableOrProtected]
    public bool? SelfHarm { get; init; }

    /// <summary>Whether there is a risk to others.</summary>
    [VulnerableOrProtected]
    public bool? Violence { get; init; }

    /// <summary>Illness, injury and medication; says fact or assessment.</summary>
    [Sensitive]
    public string? Health { get; init; }

    /// <summary>The assessment; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Text { get; init; }
}
