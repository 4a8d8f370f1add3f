using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A means of payment: card, account, cheque, wallet. Codes that authorise a payment are never held.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(PaymentInstrumentConverter))]
public sealed record PaymentInstrument() : PoliceRecord("payment-instrument")
{
    /// <summary>What kind.</summary>
    [Personal]
    public PaymentInstrumentKind? Kind { get; init; }

    /// <summary>Who issued it or keeps the account.</summary>
    [Personal]
    public string? Provider { get; init; }

    /// <summary>The card scheme or network.</summary>
    [Personal]
    public string? Scheme { get; init; }

    /// <summary>The name on it.</summary>
    [Personal]
    public string? NameOnInstrument { get; init; }

    /// <summary>The account's number.</summary>
    [Personal]
    public string? AccountNumber { get; init; }

    /// <summary>The sort code.</summary>
    [Personal]
    public string? SortCode { get; init; }

    /// <summary>The international account number.</summary>
    [Personal]
    public string? Iban { get; init; }

    /// <summary>The card's number, whole or masked as held.</summary>
    [Personal]
    public string? CardNumber { get; init; }

    /// <summary>The address of a wallet.</summary>
    [Personal]
    public string? WalletAddress { get; init; }

    /// <summary>The crypto-asset or token.</summary>
    [Personal]
    public string? Asset { get; init; }

    /// <summary>The currency. Source: ISO 4217.</summary>
    [Personal]
    public Currency? Currency { get; init; }

    /// <summary>The country where it was issued.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>Until when it holds.</summary>
    [Personal]
    public PartialDateTime ExpiresAt { get; init; }

    /// <summary>When it was blocked.</summary>
    [Operational]
    public PartialDateTime BlockedAt { get; init; }

    /// <summary>Other numbers on it. Source: POLE DS_099, POLE DS_100.</summary>
    [Personal]
    public ValueList<UniqueIdentifier> OtherIdentifiers { get; init; }
}
