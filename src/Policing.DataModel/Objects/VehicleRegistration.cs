using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A registration mark of a vehicle, or what was seen of it.</summary>
[JsonConverter(typeof(VehicleRegistrationConverter))]
public sealed record VehicleRegistration : RecordPart
{
    /// <summary>The whole mark. Source: POLE DS_065.</summary>
    [Personal]
    public Vrm Mark { get; init; }

    /// <summary>What was seen of a mark that is not known whole, with ? for each character that was not. Source: POLE O_002.</summary>
    [Personal]
    public string? PartialMark { get; init; }

    /// <summary>The country of registration. Source: POLE DS_004.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>What mark it is: the present one, a former one, a false one.</summary>
    [Personal]
    public VehicleRegistrationKind? Kind { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
