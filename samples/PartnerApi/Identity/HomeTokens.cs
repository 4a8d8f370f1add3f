using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Policing.Samples.Partner.Identity;

/// <summary>
/// Judges the token that an officer's home force gave and a client wants to exchange (RFC 8693): by a force that is trusted, for this server, in time, and bound to the client that
/// presents it. Which force it is decides the agency; what a token says of agencies counts for nothing. Every refusal says what is wrong, and repeats nothing of the token.
/// </summary>
internal sealed class HomeTokens(IReadOnlyList<HomeForce> forces, IReadOnlyList<TestClient> clients, HomeKeys keys, IssuerSettings settings, TimeProvider time)
    : IOpenIddictServerHandler<ValidateTokenContext>
{
    /// <summary>The claim that has the home force's issuer.</summary>
    public const string HomeIssuer = "home_issuer";

    /// <summary>The claim that has the home force's agency.</summary>
    public const string HomeAgency = "home_agency";

    private const int MostCharacters = 16 << 10;
    private const int LongestName = 128;

    private static readonly string[] s_algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostCharacters };

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<HomeTokens>()
        .SetOrder(OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 1)
        .SetType(OpenIddictServerHandlerType.Custom)
        .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        // Other tokens of a request, such as assertions of clients, are none of ours.
        if (context.Principal is not null || context.Request is not { } request || !request.IsTokenExchangeGrantType() || !string.Equals(context.Token, request.SubjectToken, StringComparison.Ordinal)
            || !context.ValidTokenTypes.Contains(TokenTypeIdentifiers.AccessToken)) return;
        try
        {
            Judge(context, await ValidatedAsync(context));
        }
        catch (SubjectTokenException refused)
        {
            // RFC 8693 2.2.2: a subject token that is not valid or not acceptable is invalid_request.
            context.Reject(Errors.InvalidRequest, refused.Message);
        }
    }

    private async Task<(HomeForce Force, JsonWebToken Token)> ValidatedAsync(ValidateTokenContext context)
    {
        if (context.Token.Length > MostCharacters || !_handler.CanReadToken(context.Token)) throw new SubjectTokenException("The subject token is not a JWT.");
        JsonWebToken unread = Unread(context.Token);
        HomeForce force = forces.FirstOrDefault(candidate => string.Equals(candidate.Issuer, unread.Issuer, StringComparison.Ordinal))
            ?? throw new SubjectTokenException("The subject token is not by a force that this server trusts.");
        TokenValidationResult result = await _handler.ValidateTokenAsync(context.Token, new TokenValidationParameters
        {
            ValidIssuer = force.Issuer,
            // As a string, with its final slash: the address of a token endpoint is another audience.
            ValidAudience = (context.Options.Issuer ?? context.BaseUri)!.AbsoluteUri,
            IssuerSigningKeys = await KeysAsync(force, unread, context.CancellationToken),
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = s_algorithms,
            ValidTypes = ["at+jwt", "application/at+jwt"],
            LifetimeValidator = InTime,
        });
        if (!result.IsValid) throw new SubjectTokenException(Reason(result.Exception));
        return (force, (JsonWebToken)result.SecurityToken);
    }

    private void Judge(ValidateTokenContext context, (HomeForce Force, JsonWebToken Token) home)
    {
        TestClient? client = clients.FirstOrDefault(candidate => string.Equals(candidate.Id, context.Request!.ClientId, StringComparison.Ordinal));
        if (client is null || !string.Equals(client.Agency, home.Force.Agency, StringComparison.Ordinal))
            throw new SubjectTokenException("The client does not act for officers of the force that gave the subject token.");
        RequireBound(context, home.Token, client.Id);
        if (home.Token.Subject is not { Length: > 0 and <= LongestName } officer || clients.Any(candidate => string.Equals(candidate.Id, officer, StringComparison.Ordinal)))
            throw new SubjectTokenException("The subject token does not say who the officer is.");
        ClaimsIdentity identity = new("home force", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, officer).SetClaim(HomeIssuer, home.Force.Issuer).SetClaim(HomeAgency, home.Force.Agency);
        context.Principal = new ClaimsPrincipal(identity)
            .SetTokenType(TokenTypeIdentifiers.AccessToken)
            .SetPresenters(client.Id)
            .SetExpirationDate(new DateTimeOffset(home.Token.ValidTo, TimeSpan.Zero));
    }

    // By its name (RFC 8693 4.4) or by its certificate (RFC 8705 3.1); where both are there, both hold. Under mutual TLS a name alone is not enough.
    private void RequireBound(ValidateTokenContext context, JsonWebToken token, string clientId)
    {
        string? actor = Member(token, "may_act", "sub");
        string? thumbprint = Member(token, "cnf", "x5t#S256");
        if (thumbprint is null && (actor is null || settings.IsMutualTls))
            throw new SubjectTokenException(settings.IsMutualTls
                ? "The subject token is not bound: under mutual TLS it needs cnf with x5t#S256 of the client's certificate."
                : "The subject token is not bound: it needs may_act with the sub of the client, or cnf with x5t#S256 of its certificate.");
        if (actor is not null && !string.Equals(actor, clientId, StringComparison.Ordinal)) throw new SubjectTokenException("The subject token is bound to another client.");
        if (thumbprint is not null && !string.Equals(thumbprint, Thumbprint(context), StringComparison.Ordinal)) throw new SubjectTokenException("The subject token is bound to another certificate.");
    }

    private static string? Thumbprint(ValidateTokenContext context)
    {
        X509Certificate2? certificate = context.Transaction.GetHttpRequest()?.HttpContext.Connection.ClientCertificate;
        return certificate is null ? null : Base64Url.EncodeToString(SHA256.HashData(certificate.RawDataMemory.Span));
    }

    private async ValueTask<IList<SecurityKey>> KeysAsync(HomeForce force, JsonWebToken token, CancellationToken cancellationToken)
    {
        try
        {
            return await keys.OfAsync(force, token.Kid, cancellationToken);
        }
        catch (IOException)
        {
            throw new SubjectTokenException("The keys of the force that gave the subject token cannot be read now; try again later.");
        }
    }

    private JsonWebToken Unread(string token)
    {
        try
        {
            return _handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            throw new SubjectTokenException("The subject token is not a JWT.");
        }
    }

    private bool InTime(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters parameters)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (to is not { } end || end <= now) throw new SecurityTokenExpiredException();
        return from is not { } start || start <= now + TimeSpan.FromMinutes(1) ? true : throw new SecurityTokenNotYetValidException();
    }

    private static string Reason(Exception exception) => exception switch
    {
        SecurityTokenExpiredException => "The subject token has expired: the officer signs in again at the home force.",
        SecurityTokenNotYetValidException => "The subject token is not valid yet.",
        SecurityTokenInvalidAudienceException => "The subject token is for another audience: it is to be for the issuer of this server.",
        SecurityTokenInvalidTypeException => "The subject token is no access token: its typ is to be at+jwt.",
        SecurityTokenInvalidAlgorithmException => "The subject token is signed with an algorithm that is not taken: ES256 or PS256.",
        _ => "The subject token is not signed by the force that it names.",
    };

    private static string? Member(JsonWebToken token, string claim, string member) =>
        token.TryGetPayloadValue(claim, out JsonElement value) && value.ValueKind is JsonValueKind.Object
        && value.TryGetProperty(member, out JsonElement text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
