using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An account or presence online. Whose it is, is a link.</summary>
[JsonConverter(typeof(OnlineAccountConverter))]
public sealed record OnlineAccount() : PoliceRecord("online-account")
{
    /// <summary>What kind of service.</summary>
    [Personal]
    public OnlinePlatformKind? Kind { get; init; }

    /// <summary>The service, best by its domain name. Source: POLE DS_055.</summary>
    [Personal]
    public string? Platform { get; init; }

    /// <summary>The name or tag on it, without the platform. Source: POLE DS_055.</summary>
    [Personal]
    public string? Tag { get; init; }

    /// <summary>The service's own number or id of it, which does not change with the tag.</summary>
    [Personal]
    public string? AccountId { get; init; }

    /// <summary>The name that it shows.</summary>
    [Personal]
    public string? DisplayName { get; init; }

    /// <summary>Its address on the web. Source: POLE DS_055.</summary>
    [Personal]
    public string? Url { get; init; }

    /// <summary>Network addresses from which it was used.</summary>
    [Personal]
    public ValueList<NetworkTrace> NetworkTraces { get; init; }

    /// <summary>When it was opened.</summary>
    [Personal]
    public PartialDateTime OpenedAt { get; init; }

    /// <summary>When it was closed.</summary>
    [Personal]
    public PartialDateTime ClosedAt { get; init; }
}
