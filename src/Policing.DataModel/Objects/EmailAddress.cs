using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An e-mail address. Whose it is, is a link.</summary>
[JsonConverter(typeof(EmailAddressConverter))]
public sealed record EmailAddress() : PoliceRecord("email-address")
{
    /// <summary>The address. Source: POLE DS_054.</summary>
    [Personal]
    public string? Address { get; init; }

    /// <summary>The name that it shows beside the address.</summary>
    [Personal]
    public string? DisplayName { get; init; }
}
