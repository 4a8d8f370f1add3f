using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A network address in use at a time; without the time it points to nobody.</summary>
[JsonConverter(typeof(NetworkTraceConverter))]
public sealed record NetworkTrace : RecordPart
{
    /// <summary>The IP address. Source: POLE DS_055.</summary>
    [Personal]
    public string? IpAddress { get; init; }

    /// <summary>The port.</summary>
    [Personal]
    public int? Port { get; init; }

    /// <summary>When it was in use.</summary>
    [Personal]
    public TimeWindow? At { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
