using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An intelligence report. The items carry the grades, not the report. Whom and what it is about are links.</summary>
[JsonConverter(typeof(IntelligenceReportConverter))]
public sealed record IntelligenceReport() : PoliceRecord("intelligence-report")
{
    /// <summary>The title.</summary>
    [CriminalAllegation]
    public string? Title { get; init; }

    /// <summary>The date of the intelligence, which is not that of the report. Source: intelligence report practice, as in public programs.</summary>
    [CriminalAllegation]
    public PartialDateTime IntelligenceDate { get; init; }

    /// <summary>How far the report has been worked. Source: record management practice, as in public acceptance tests.</summary>
    [Operational]
    public IntelligenceStage? Stage { get; init; }

    /// <summary>The body from which it comes. Source: intelligence report practice, as in public programs.</summary>
    [Operational]
    public Agency? Originator { get; init; }

    /// <summary>When it was submitted.</summary>
    [Operational]
    public RecordedTime SubmittedAt { get; init; }

    /// <summary>Who submitted it.</summary>
    [Officer]
    public OfficerReference? SubmittedBy { get; init; }

    /// <summary>Whom to ask about it. Source: intelligence report practice, as in public programs.</summary>
    [Officer]
    public OfficerReference? Contact { get; init; }

    /// <summary>When it was assessed.</summary>
    [Operational]
    public RecordedTime AssessedAt { get; init; }

    /// <summary>Who assessed it.</summary>
    [Officer]
    public OfficerReference? AssessedBy { get; init; }

    /// <summary>The reference under which the source is known. Source: intelligence report practice, as in public programs.</summary>
    [Covert]
    public string? SourceReference { get; init; }

    /// <summary>How the source came to know. Source: record management practice, as in public acceptance tests.</summary>
    [Covert]
    public string? Provenance { get; init; }

    /// <summary>The grade of that. Source: record management practice, as in public acceptance tests.</summary>
    [Operational]
    public IntelligenceGrade? ProvenanceGrade { get; init; }

    /// <summary>The items, each with its own grade. Source: College of Policing, intelligence report.</summary>
    [Covert]
    public ValueList<IntelligenceItem> Items { get; init; }

    /// <summary>How sure the assessor is; apart from the grades. Source: intelligence report practice, as in public programs.</summary>
    [Operational]
    public ConfidenceLevel? Confidence { get; init; }

    /// <summary>The threats that it speaks to. Source: intelligence report practice, as in public programs.</summary>
    [CriminalAllegation]
    public ValueList<IntelligenceThreat> Threats { get; init; }

    /// <summary>Whether it identifies people. Source: intelligence report practice, as in public programs.</summary>
    [Operational]
    public bool? ContainsPersonalData { get; init; }

    /// <summary>The risk to the source if it became known. Source: record management practice, as in public acceptance tests.</summary>
    [Covert]
    public string? RiskToSource { get; init; }

    /// <summary>The risk of using or sharing it. Source: intelligence report practice, as in public programs.</summary>
    [Covert]
    public string? RiskAssessment { get; init; }

    /// <summary>What those who receive it must keep to. Source: intelligence report practice, as in public programs.</summary>
    [Operational]
    public string? DisseminationCaveat { get; init; }

    /// <summary>To whom it has gone. Source: record management practice, as in public acceptance tests.</summary>
    [Operational]
    public ValueList<IntelligenceDissemination> SharedWith { get; init; }

    /// <summary>The operation that it belongs to.</summary>
    [Covert]
    public string? Operation { get; init; }
}
