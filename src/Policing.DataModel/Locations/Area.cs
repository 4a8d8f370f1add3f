using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An area of a published scheme.</summary>
[JsonConverter(typeof(AreaConverter))]
public sealed record Area : RecordPart
{
    /// <summary>The scheme.</summary>
    [Public]
    public AreaScheme? Scheme { get; init; }

    /// <summary>The area's code in it.</summary>
    [Public]
    public string? Code { get; init; }

    /// <summary>The area's name.</summary>
    [Public]
    public string? Name { get; init; }

    /// <summary>The edition of the scheme, such as the year of its boundaries.</summary>
    [Public]
    public string? Edition { get; init; }
}
