using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One finding: a rule and a place, never a value.</summary>
[JsonConverter(typeof(ReceiptFindingConverter))]
public sealed record ReceiptFinding : RecordPart
{
    /// <summary>The rule's id, such as PSDK-RUL-0001.</summary>
    [Public]
    public string? Rule { get; init; }

    /// <summary>How much it weighs.</summary>
    [Public]
    public FindingSeverity? Severity { get; init; }

    /// <summary>The place as a JSON Pointer; a name that the model does not define is written as its place.</summary>
    [Operational]
    public string? Pointer { get; init; }

    /// <summary>What the rule says, without personal data.</summary>
    [Public]
    public string? Message { get; init; }
}
