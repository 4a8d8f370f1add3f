using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One numbered item of an intelligence report, as it came and as it may be shared.</summary>
[JsonConverter(typeof(IntelligenceItemConverter))]
public sealed record IntelligenceItem : RecordPart
{
    /// <summary>Its number in the report, from 1.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>The unsanitised text.</summary>
    [Covert]
    public string? Text { get; init; }

    /// <summary>The grade of the unsanitised text.</summary>
    [Operational]
    public IntelligenceGrade? Grade { get; init; }

    /// <summary>The text without what could point to the source.</summary>
    [CriminalAllegation]
    public string? SanitisedText { get; init; }

    /// <summary>The grade of the sanitised text.</summary>
    [Operational]
    public IntelligenceGrade? SanitisedGrade { get; init; }

    /// <summary>Fact or personal assessment. Source: DPA 2018 s.38(2).</summary>
    [Operational]
    public ObservationBasis? Basis { get; init; }

    /// <summary>When the source first knew it. Source: record management practice, as in public acceptance tests.</summary>
    [Covert]
    public PartialDateTime FirstKnown { get; init; }

    /// <summary>When the source last knew it. Source: record management practice, as in public acceptance tests.</summary>
    [Covert]
    public PartialDateTime LastKnown { get; init; }
}
