using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One assessment of a report: threat, harm, risk, investigation, vulnerability, engagement. Assessed again, it is another entry.</summary>
[JsonConverter(typeof(ThriveAssessmentConverter))]
public sealed record ThriveAssessment : RecordPart
{
    /// <summary>When it was made.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who made it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>The threat. Source: THRIVE, as described by forces.</summary>
    [VulnerableOrProtected]
    public string? Threat { get; init; }

    /// <summary>The harm. Source: THRIVE, as described by forces.</summary>
    [VulnerableOrProtected]
    public string? Harm { get; init; }

    /// <summary>The risk. Source: THRIVE, as described by forces.</summary>
    [VulnerableOrProtected]
    public string? Risk { get; init; }

    /// <summary>What there is to investigate. Source: THRIVE, as described by forces.</summary>
    [CriminalAllegation]
    public string? Investigation { get; init; }

    /// <summary>Who is vulnerable, and why. Source: THRIVE, as described by forces.</summary>
    [VulnerableOrProtected]
    public string? Vulnerability { get; init; }

    /// <summary>What those concerned need to be told or asked. Source: THRIVE, as described by forces.</summary>
    [Personal]
    public string? Engagement { get; init; }

    /// <summary>What would prevent it from happening again. Source: THRIVE+, as described by forces.</summary>
    [Personal]
    public string? Prevention { get; init; }

    /// <summary>What would help at once. Source: THRIVE+, as described by forces.</summary>
    [Personal]
    public string? Intervention { get; init; }

    /// <summary>The grade that followed.</summary>
    [Operational]
    public ResponseGrade? Grade { get; init; }

    /// <summary>Why.</summary>
    [Personal]
    public string? Rationale { get; init; }
}
