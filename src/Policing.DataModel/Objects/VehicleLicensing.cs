using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a licensing authority or an insurers' register said of a vehicle at a time.</summary>
[JsonConverter(typeof(VehicleLicensingConverter))]
public sealed record VehicleLicensing : RecordPart
{
    /// <summary>When it was asked.</summary>
    [Operational]
    public PartialDateTime AsAt { get; init; }

    /// <summary>Who said it.</summary>
    [Operational]
    public string? Authority { get; init; }

    /// <summary>Whether it was taxed.</summary>
    [Personal]
    public bool? Taxed { get; init; }

    /// <summary>Until when it is taxed.</summary>
    [Personal]
    public PartialDateTime TaxDue { get; init; }

    /// <summary>Whether it was declared off the road.</summary>
    [Personal]
    public bool? OffRoad { get; init; }

    /// <summary>Until when its roadworthiness test holds.</summary>
    [Personal]
    public PartialDateTime TestExpires { get; init; }

    /// <summary>Whether an insurance was on record.</summary>
    [Personal]
    public bool? Insured { get; init; }

    /// <summary>The insurer.</summary>
    [Personal]
    public string? Insurer { get; init; }

    /// <summary>When the registration document was issued.</summary>
    [Personal]
    public PartialDateTime DocumentIssuedAt { get; init; }

    /// <summary>When the keeper last changed.</summary>
    [Personal]
    public PartialDateTime KeeperChangedAt { get; init; }

    /// <summary>Whether it was marked as exported.</summary>
    [Personal]
    public bool? Exported { get; init; }

    /// <summary>Whether it was marked as scrapped.</summary>
    [Personal]
    public bool? Scrapped { get; init; }
}
