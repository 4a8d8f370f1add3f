using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Another identifier of the same thing, in another system.</summary>
[JsonConverter(typeof(RecordReferenceConverter))]
public sealed record RecordReference : RecordPart
{
    /// <summary>The system.</summary>
    [Operational]
    public string? System { get; init; }

    /// <summary>The identifier there.</summary>
    [Operational]
    public string? Value { get; init; }

    /// <summary>The agency whose system it is.</summary>
    [Public]
    public Agency? Agency { get; init; }

    /// <summary>Since when it has held.</summary>
    [Operational]
    public PartialDateTime From { get; init; }

    /// <summary>Until when it held.</summary>
    [Operational]
    public PartialDateTime To { get; init; }
}
