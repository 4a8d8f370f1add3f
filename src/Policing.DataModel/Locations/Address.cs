using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A postal address.</summary>
[JsonConverter(typeof(AddressConverter))]
public sealed record Address : RecordPart
{
    /// <summary>The organisation at it. Source: POLE DS_012.</summary>
    [Personal]
    public string? OrganisationName { get; init; }

    /// <summary>The unit's number, of business premises. Source: POLE DS_013.</summary>
    [Personal]
    public string? UnitNumber { get; init; }

    /// <summary>The flat or floor; the ground floor is 0. Source: POLE DS_005.</summary>
    [Personal]
    public string? SubBuilding { get; init; }

    /// <summary>The building's name, or its name or number where they are not held apart. Source: POLE DS_006.</summary>
    [Personal]
    public string? Premises { get; init; }

    /// <summary>The building's number in the street, with its suffix, where it is held apart. Source: POLE DS_005.</summary>
    [Personal]
    public string? BuildingNumber { get; init; }

    /// <summary>The street. Source: POLE DS_007.</summary>
    [Personal]
    public string? Street { get; init; }

    /// <summary>The smaller place within the locality.</summary>
    [Personal]
    public string? DependentLocality { get; init; }

    /// <summary>The locality within the town.</summary>
    [Personal]
    public string? Locality { get; init; }

    /// <summary>The town. Source: POLE DS_008.</summary>
    [Personal]
    public string? Town { get; init; }

    /// <summary>The county. Source: POLE DS_009.</summary>
    [Personal]
    public string? County { get; init; }

    /// <summary>The postcode of the United Kingdom. Source: POLE DS_010.</summary>
    [Personal]
    public Postcode Postcode { get; init; }

    /// <summary>The postal code of another country. Source: POLE DS_010.</summary>
    [Personal]
    public string? ForeignPostcode { get; init; }

    /// <summary>The country. Source: POLE DS_004.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>The post office box.</summary>
    [Personal]
    public string? PoBox { get; init; }

    /// <summary>The unique property reference number. Source: POLE DS_011.</summary>
    [Personal]
    public Uprn Uprn { get; init; }

    /// <summary>The unique street reference number. Source: BS 7666, from memory.</summary>
    [Personal]
    public Usrn Usrn { get; init; }

    /// <summary>The delivery point's number of the Royal Mail.</summary>
    [Personal]
    public string? Udprn { get; init; }

    /// <summary>The whole address as the source wrote it, where it could not be taken apart.</summary>
    [Personal]
    public string? Full { get; init; }
}
