using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What somebody said against a decision, or asked about it, and the answer.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(DecisionChallengeConverter))]
public sealed record DecisionChallenge : RecordPart
{
    /// <summary>Representations, a request for a human being, or a contest. Source: DPA 2018 s.50C.</summary>
    [Personal]
    public ChallengeKind? Kind { get; init; }

    /// <summary>When it came.</summary>
    [Personal]
    public PartialDateTime ReceivedAt { get; init; }

    /// <summary>What was said.</summary>
    [Personal]
    public string? Text { get; init; }

    /// <summary>Who dealt with it.</summary>
    [Officer]
    public OfficerReference? HandledBy { get; init; }

    /// <summary>When it was answered.</summary>
    [Personal]
    public PartialDateTime AnsweredAt { get; init; }

    /// <summary>What came of it.</summary>
    [Personal]
    public ChallengeOutcome? Outcome { get; init; }

    /// <summary>Why.</summary>
    [Personal]
    public string? Reason { get; init; }
}
