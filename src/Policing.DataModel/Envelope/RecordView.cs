using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Says that this copy was minimised, and by which policy. Such a copy can never be written back.</summary>
[JsonConverter(typeof(RecordViewConverter))]
public sealed record RecordView : RecordPart
{
    /// <summary>True when members were left out or redacted.</summary>
    [Public]
    public bool? Partial { get; init; }

    /// <summary>The policy's id.</summary>
    [Operational]
    public string? Policy { get; init; }

    /// <summary>The policy's version.</summary>
    [Operational]
    public string? PolicyVersion { get; init; }
}
