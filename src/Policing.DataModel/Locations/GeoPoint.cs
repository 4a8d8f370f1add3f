using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A point in WGS 84 decimal degrees, and how far to trust it.</summary>
/// <remarks>Numbers are kept digit for digit, up to 28 characters; of zero the sign is lost.</remarks>
[JsonConverter(typeof(GeoPointConverter))]
public sealed record GeoPoint : RecordPart
{
    /// <summary>Degrees north, -90 to 90. Source: POLE DS_014, in decimal degrees.</summary>
    [Personal]
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east, -180 to 180. Source: POLE DS_015, in decimal degrees.</summary>
    [Personal]
    public decimal? Longitude { get; init; }

    /// <summary>The radius within which the true point lies, in metres.</summary>
    [Personal]
    public decimal? Accuracy { get; init; }

    /// <summary>The reference system that it was converted from, for example <c>EPSG:27700</c>.</summary>
    [Public]
    public string? SourceSystem { get; init; }

    /// <summary>True when the point was moved on purpose, so that it identifies no address.</summary>
    [Public]
    public bool? Anonymised { get; init; }
}
