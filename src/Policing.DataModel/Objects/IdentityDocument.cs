using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A document that says who somebody is or what somebody may do: passport, licence, identity card. Whose it is, is a link.</summary>
[JsonConverter(typeof(IdentityDocumentConverter))]
public sealed record IdentityDocument() : PoliceRecord("identity-document")
{
    /// <summary>What kind of document. Source: POLE O_005, POLE O_006.</summary>
    [Personal]
    public IdentityDocumentType? Kind { get; init; }

    /// <summary>The number of a passport, of any country. Source: POLE DS_056, POLE DS_057.</summary>
    [Personal]
    public PassportNumber PassportNumber { get; init; }

    /// <summary>The driver number of a licence of Great Britain. Source: POLE DS_061.</summary>
    [Personal]
    public DriverNumber DriverNumber { get; init; }

    /// <summary>Any other number: of a licence of Northern Ireland or another country, a card, a permit. Source: POLE DS_062.</summary>
    [Personal]
    public string? Number { get; init; }

    /// <summary>The issuing country. Source: POLE DS_059, POLE DS_063.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>Who issued it.</summary>
    [Personal]
    public string? IssuedBy { get; init; }

    /// <summary>When it was issued.</summary>
    [Personal]
    public PartialDateTime IssuedAt { get; init; }

    /// <summary>Until when it holds.</summary>
    [Personal]
    public PartialDateTime ExpiresAt { get; init; }

    /// <summary>Whether it is valid. Source: POLE DS_058.</summary>
    [Personal]
    public bool? Valid { get; init; }

    /// <summary>Whether the document itself was seen, rather than its number heard. Source: POLE O_005.</summary>
    [Operational]
    public bool? Seen { get; init; }

    /// <summary>Whether it is genuine.</summary>
    [CriminalAllegation]
    public DocumentAuthenticity? Authenticity { get; init; }

    /// <summary>The name in it.</summary>
    [Personal]
    public PersonName? HolderName { get; init; }

    /// <summary>The date of birth in it.</summary>
    [Personal]
    public PartialDateTime HolderDateOfBirth { get; init; }

    /// <summary>What it entitles to, one each, such as the categories of a licence.</summary>
    [Personal]
    public ValueList<string> Entitlements { get; init; }

    /// <summary>Endorsements, stamps, alterations; says fact or assessment.</summary>
    [Personal]
    public string? Remarks { get; init; }
}
