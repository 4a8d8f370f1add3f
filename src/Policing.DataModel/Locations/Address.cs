using System.Text.Json.Serialization;
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

    /// <summary>The flat, floor or unit. Source: POLE DS_005 and DS_013.</summary>
    [Personal]
    public string? SubBuilding { get; init; }

    /// <summary>The building's name or number. Source: POLE DS_006.</summary>
    [Personal]
    public string? Premises { get; init; }

    /// <summary>The street. Source: POLE DS_007.</summary>
    [Personal]
    public string? Street { get; init; }

    /// <summary>The locality.</summary>
    [Personal]
    public string? Locality { get; init; }

    /// <summary>The town. Source: POLE DS_008.</summary>
    [Personal]
    public string? Town { get; init; }

    /// <summary>The county. Source: POLE DS_009.</summary>
    [Personal]
    public string? County { get; init; }

    /// <summary>The postcode, of an address in the United Kingdom. Source: POLE DS_010.</summary>
    [Personal]
    public Postcode Postcode { get; init; }

    /// <summary>The postal code of an address elsewhere, as that country writes it.</summary>
    [Personal]
    public string? ForeignPostcode { get; init; }

    /// <summary>The country, ISO 3166-1 alpha-3. Source: POLE DS_004.</summary>
    [Personal]
    public string? Country { get; init; }

    /// <summary>The unique property reference number. Source: POLE DS_011.</summary>
    [Personal]
    public Uprn Uprn { get; init; }

    /// <summary>The unique street reference number. Source: BS 7666, from memory.</summary>
    [Personal]
    public Usrn Usrn { get; init; }
}
