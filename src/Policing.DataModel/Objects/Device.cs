using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An electronic device or a card for one. What is found on it is material of its own.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(DeviceConverter))]
public sealed record Device() : PoliceRecord("device")
{
    /// <summary>What kind of device.</summary>
    [Personal]
    public DeviceKind? Kind { get; init; }

    /// <summary>What it is.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>The make.</summary>
    [Personal]
    public string? Make { get; init; }

    /// <summary>The model.</summary>
    [Personal]
    public string? Model { get; init; }

    /// <summary>The maker's serial number.</summary>
    [Personal]
    public string? SerialNumber { get; init; }

    /// <summary>The equipment identities, one for each slot. Source: POLE O_010.</summary>
    [Personal]
    public ValueList<Imei> Imeis { get; init; }

    /// <summary>The subscriber identities of its cards. Source: POLE O_010.</summary>
    [Personal]
    public ValueList<Imsi> Imsis { get; init; }

    /// <summary>The numbers of its cards. Source: POLE O_010.</summary>
    [Personal]
    public ValueList<Iccid> Iccids { get; init; }

    /// <summary>The hardware addresses of its network adapters.</summary>
    [Personal]
    public ValueList<string> HardwareAddresses { get; init; }

    /// <summary>Other numbers and marks on it. Source: POLE DS_099, POLE DS_100.</summary>
    [Personal]
    public ValueList<UniqueIdentifier> OtherIdentifiers { get; init; }

    /// <summary>The colours, the main one first.</summary>
    [Personal]
    public ValueList<Colour> Colours { get; init; }

    /// <summary>The operating system and its version.</summary>
    [Operational]
    public string? OperatingSystem { get; init; }

    /// <summary>What it can store, in bytes.</summary>
    [Operational]
    public decimal? Capacity { get; init; }

    /// <summary>Whether it was on when found.</summary>
    [Operational]
    public bool? SwitchedOn { get; init; }

    /// <summary>Whether it was locked when found.</summary>
    [Operational]
    public bool? Locked { get; init; }

    /// <summary>The damage on it.</summary>
    [Personal]
    public string? Damage { get; init; }

    /// <summary>What it is worth.</summary>
    [Personal]
    public MoneyAmount? Value { get; init; }
}
