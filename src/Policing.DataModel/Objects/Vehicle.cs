using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A road vehicle, known or only seen: car, van, lorry, motorcycle, trailer or other. A pedal cycle, a boat or an aircraft is <see cref="Property"/>.</summary>
[JsonConverter(typeof(VehicleConverter))]
public sealed record Vehicle() : PoliceRecord("vehicle")
{
    /// <summary>The registration marks that it has, had or showed, the present one first. Source: POLE DS_065.</summary>
    [Personal]
    public ValueList<VehicleRegistration> Registrations { get; init; }

    /// <summary>The vehicle identification number. Source: ISO 3779, from memory.</summary>
    [Personal]
    public Vin Vin { get; init; }

    /// <summary>The engine's number.</summary>
    [Personal]
    public string? EngineNumber { get; init; }

    /// <summary>Other numbers and marks on it, such as a fleet number or a security marking. Source: POLE DS_099, POLE DS_100.</summary>
    [Personal]
    public ValueList<UniqueIdentifier> OtherIdentifiers { get; init; }

    /// <summary>The make. Source: POLE DS_066.</summary>
    [Personal]
    public string? Make { get; init; }

    /// <summary>The model. Source: POLE DS_067.</summary>
    [Personal]
    public string? Model { get; init; }

    /// <summary>The shape of the body. A code of the list that POLE names, which is not public, stands here in the object form. Source: POLE DS_068.</summary>
    [Personal]
    public VehicleBodyShape? Shape { get; init; }

    /// <summary>The colours, the main one first. Source: POLE DS_069.</summary>
    [Personal]
    public ValueList<VehicleColour> Colours { get; init; }

    /// <summary>The year of manufacture.</summary>
    [Personal]
    public int? Year { get; init; }

    /// <summary>When it was first registered.</summary>
    [Personal]
    public PartialDateTime FirstRegisteredAt { get; init; }

    /// <summary>What it runs on.</summary>
    [Personal]
    public VehicleFuel? Fuel { get; init; }

    /// <summary>The engine's capacity, in cubic centimetres.</summary>
    [Personal]
    public int? EngineCapacity { get; init; }

    /// <summary>The number of doors.</summary>
    [Personal]
    public int? Doors { get; init; }

    /// <summary>The plan of wheels and axles.</summary>
    [Personal]
    public string? Wheelplan { get; init; }

    /// <summary>What it is used as.</summary>
    [Personal]
    public VehicleUse? Use { get; init; }

    /// <summary>What tells it from others, one each: stickers, lettering, fittings.</summary>
    [Personal]
    public ValueList<string> Features { get; init; }

    /// <summary>The damage on it.</summary>
    [Personal]
    public string? Damage { get; init; }

    /// <summary>What it is worth.</summary>
    [Personal]
    public MoneyAmount? Value { get; init; }

    /// <summary>What a licensing authority said of it, and when.</summary>
    [Personal]
    public ValueList<VehicleLicensing> Licensing { get; init; }

    /// <summary>Warnings.</summary>
    [VulnerableOrProtected]
    public ValueList<Marker> Markers { get; init; }
}
