using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A telephone number. The handset and the card are a <see cref="Device"/> or <see cref="Property"/>; whose it is, is a link.</summary>
[JsonConverter(typeof(TelephoneConverter))]
public sealed record Telephone() : PoliceRecord("telephone")
{
    /// <summary>The number. Source: POLE DS_053.</summary>
    [Personal]
    public TelephoneNumber Number { get; init; }

    /// <summary>Fixed, mobile, fax or pager, at home or at work. Source: POLE DS_051.</summary>
    [Personal]
    public TelephoneType? Kind { get; init; }

    /// <summary>The country whose numbering plan it belongs to. Source: POLE DS_052.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>The extension. Source: POLE DS_109.</summary>
    [Personal]
    public string? Extension { get; init; }

    /// <summary>The company that provides it.</summary>
    [Personal]
    public string? Provider { get; init; }

    /// <summary>Whether it is paid for in advance.</summary>
    [Personal]
    public bool? Prepaid { get; init; }
}
