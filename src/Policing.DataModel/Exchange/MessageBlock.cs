using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a message asks or says, and what it belongs to.</summary>
[JsonConverter(typeof(MessageBlockConverter))]
public sealed record MessageBlock : RecordPart
{
    /// <summary>The action. Source: EDXL-DE distribution type.</summary>
    [Public]
    public MessageAction? Action { get; init; }

    /// <summary>What ties the messages of one matter together.</summary>
    [Public]
    public string? Correlation { get; init; }

    /// <summary>The place among those, from 1.</summary>
    [Public]
    public int? Sequence { get; init; }

    /// <summary>After when it is void. Source: CAP expires.</summary>
    [Public]
    public RecordedTime Expires { get; init; }
}
