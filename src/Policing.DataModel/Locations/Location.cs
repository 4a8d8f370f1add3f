using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A place: an address, a point, an area, or a description of where.</summary>
[JsonConverter(typeof(LocationConverter))]
public sealed record Location() : PoliceRecord("location")
{
    /// <summary>What kind of place it is; no fixed abode is one kind. Source: POLE L_005.</summary>
    [Personal]
    public LocationKind? Kind { get; init; }

    /// <summary>What people call the place.</summary>
    [Personal]
    public string? Name { get; init; }

    /// <summary>Where it is, in words, by points that endure. Source: POLE DS_016.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>The address. Source: POLE L_001, POLE L_002.</summary>
    [Personal]
    public Address? Address { get; init; }

    /// <summary>The point. Source: POLE L_003.</summary>
    [Personal]
    public GeoPoint? Point { get; init; }

    /// <summary>The reference in the grid of Great Britain, as the source gave it.</summary>
    [Personal]
    public NationalGrid GridReference { get; init; }

    /// <summary>How to get there or in.</summary>
    [Personal]
    public string? Directions { get; init; }

    /// <summary>The statistical or policing areas that it lies in.</summary>
    [Personal]
    public ValueList<Area> Areas { get; init; }

    /// <summary>Warnings about the place.</summary>
    [VulnerableOrProtected]
    public ValueList<Marker> Markers { get; init; }
}
