using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A thing in another system.</summary>
[JsonConverter(typeof(ExternalReferenceConverter))]
public sealed record ExternalReference : RecordPart
{
    /// <summary>The system.</summary>
    [Operational]
    public string? System { get; init; }

    /// <summary>Its reference there.</summary>
    [Operational]
    public string? Value { get; init; }
}
