using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The reasoning at one stage of the decision model.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(DecisionReasoningConverter))]
public sealed record DecisionReasoning : RecordPart
{
    /// <summary>The stage. Source: National Decision Model.</summary>
    [Operational]
    public DecisionStage? Stage { get; init; }

    /// <summary>What was considered; says fact or assessment.</summary>
    [Personal]
    public string? Text { get; init; }
}
