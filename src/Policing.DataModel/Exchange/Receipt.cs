using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a recipient says of a bundle: received, accepted or rejected, and what was found.</summary>
[JsonConverter(typeof(ReceiptConverter))]
public sealed record Receipt() : PoliceRecord("receipt")
{
    /// <summary>The id of the bundle.</summary>
    [Operational]
    public required RecordId Bundle { get; init; }

    /// <summary>Received, accepted or rejected. A bundle is taken in whole or not at all.</summary>
    [Public]
    public required ReceiptStatus? State { get; init; }

    /// <summary>When that was so.</summary>
    [Operational]
    public RecordedTime At { get; init; }

    /// <summary>Who says so: the recipient of the bundle.</summary>
    [Public]
    public Agency? From { get; init; }

    /// <summary>To whom: its sender.</summary>
    [Public]
    public Agency? To { get; init; }

    /// <summary>Actual, exercise or test, as of the bundle.</summary>
    [Public]
    public required OperationalStatus? OperationalStatus { get; init; }

    /// <summary>What ties the messages of one matter together, as in the bundle.</summary>
    [Public]
    public string? Correlation { get; init; }

    /// <summary>What was found of the bundle as a whole.</summary>
    [Operational]
    public ValueList<ReceiptFinding> Findings { get; init; }

    /// <summary>What is to be said of single records.</summary>
    [Operational]
    public ValueList<ReceiptEntry> Records { get; init; }

    /// <summary>Why it was rejected, without personal data.</summary>
    [Operational]
    public string? Reason { get; init; }

    /// <summary>Before when it is of no use to send it again.</summary>
    [Operational]
    public RecordedTime RetryAfter { get; init; }
}
