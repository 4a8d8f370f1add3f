using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The part that one human being had in a decision that a machine helped to make.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(HumanInvolvementConverter))]
public sealed record HumanInvolvement : RecordPart
{
    /// <summary>Who. Source: DPA 2018 s.50A.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>By what role, and with what authority to decide otherwise. Source: ICO, guidance on human review.</summary>
    [Operational]
    public string? Authority { get; init; }

    /// <summary>Whether that person could change the outcome. Source: ICO, guidance on human review.</summary>
    [Operational]
    public bool? CouldChange { get; init; }

    /// <summary>What was looked at, item by item. Source: ICO, guidance on human review.</summary>
    [Personal]
    public ValueList<string> Considered { get; init; }

    /// <summary>The judgement formed before the model's output was seen.</summary>
    [Personal]
    public string? JudgementBefore { get; init; }

    /// <summary>When it began.</summary>
    [Operational]
    public RecordedTime StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    [Operational]
    public RecordedTime EndedAt { get; init; }

    /// <summary>Whether the model's output was followed.</summary>
    [Personal]
    public HumanReviewResult? Result { get; init; }

    /// <summary>Why.</summary>
    [Personal]
    public string? Reason { get; init; }
}
