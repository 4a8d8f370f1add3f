using Policing.Ethics;

namespace Policing.Client;

/// <summary>How access tokens are had: client credentials with a signed assertion (RFC 7523) or mutual TLS (RFC 8705), or on behalf of an officer by token exchange (RFC 8693).</summary>
public sealed class PartnerTokenOptions
{
    /// <summary>The token endpoint: HTTPS, or HTTP on loopback. Tokens are asked for there and nowhere else.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The issuer, exactly as the identity server writes it, final slash or not: the audience of client assertions.</summary>
    public string? Issuer { get; set; }

    /// <summary>The id that this client is registered under.</summary>
    public string? ClientId { get; set; }

    /// <summary>The key that signs client assertions, asked for with each, so that it can be renewed while the program runs. Null: mutual TLS by the client certificate.</summary>
    public Func<ClientKey>? Key { get; set; }

    /// <summary>What the tokens are for; null where the identity server needs none.</summary>
    public string? Audience { get; set; }

    /// <summary>The scopes to ask for; the narrowest that do.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>
    /// Gives the token of the officer who acts, from the home force's identity server, so that the partner knows who it is. Null: the client acts as a system. It
    /// is not asked for calls without a person.
    /// </summary>
    public Func<AccessContext, CancellationToken, ValueTask<SubjectToken>>? OnBehalfOf { get; set; }
}
