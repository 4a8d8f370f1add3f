using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A place: an address, a point, an area, or a description of where.</summary>
[JsonConverter(typeof(LocationConverter))]
public sealed record Location() : PoliceRecord("location")
{
    /// <summary>What kind of place it is.</summary>
    [Personal]
    public LocationKind? Kind { get; init; }

    /// <summary>Where it is, in words. Source: POLE DS_016.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>The address. Source: POLE L_001 and L_002.</summary>
    [Personal]
    public Address? Address { get; init; }

    /// <summary>The point. Source: POLE L_003.</summary>
    [Personal]
    public GeoPoint? Point { get; init; }

    /// <summary>The statistical or policing areas that it lies in.</summary>
    [Public]
    public ValueList<Area> Areas { get; init; }

    /// <summary>Warnings about the place.</summary>
    [VulnerableOrProtected]
    public ValueList<Marker> Markers { get; init; }
}
