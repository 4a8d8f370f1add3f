using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One assessment of a risk by a person, with or without a tool. Whom or what it is about are links.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(RiskAssessmentConverter))]
public sealed record RiskAssessment() : PoliceRecord("risk-assessment")
{
    /// <summary>The tool used.</summary>
    [Operational]
    public RiskAssessmentTool? Tool { get; init; }

    /// <summary>Its version.</summary>
    [Operational]
    public string? ToolVersion { get; init; }

    /// <summary>When.</summary>
    [VulnerableOrProtected]
    public PartialDateTime AssessedAt { get; init; }

    /// <summary>Who assessed it.</summary>
    [Officer]
    public OfficerReference? AssessedBy { get; init; }

    /// <summary>The level that the assessor came to.</summary>
    [VulnerableOrProtected]
    public RiskLevel? Level { get; init; }

    /// <summary>The level that the tool alone would give.</summary>
    [VulnerableOrProtected]
    public RiskLevel? ToolLevel { get; init; }

    /// <summary>Why the assessor came to another one. Source: DASH and DARA, as described by police bodies.</summary>
    [VulnerableOrProtected]
    public string? OverrideReason { get; init; }

    /// <summary>The tool's score; never a percentage of certainty.</summary>
    [VulnerableOrProtected]
    public decimal? Score { get; init; }

    /// <summary>The questions and answers, or the factors weighed.</summary>
    [VulnerableOrProtected]
    public ValueList<RiskFactor> Factors { get; init; }

    /// <summary>The threat.</summary>
    [VulnerableOrProtected]
    public string? Threat { get; init; }

    /// <summary>The harm that may come.</summary>
    [VulnerableOrProtected]
    public string? Harm { get; init; }

    /// <summary>Why; an assessment.</summary>
    [VulnerableOrProtected]
    public string? Rationale { get; init; }

    /// <summary>What is done about it.</summary>
    [VulnerableOrProtected]
    public string? Measures { get; init; }

    /// <summary>The model that computed the score, where one did. Source: ATRS 2.4.2.</summary>
    [Operational]
    public ModelReference? Model { get; init; }

    /// <summary>When it is to be reviewed.</summary>
    [Operational]
    public PartialDateTime ReviewDue { get; init; }

    /// <summary>Who checked it.</summary>
    [Officer]
    public OfficerReference? ReviewedBy { get; init; }
}
