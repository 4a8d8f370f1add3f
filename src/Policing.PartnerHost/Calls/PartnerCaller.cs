using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.Ethics.AspNetCore;

namespace Policing.PartnerHost;

/// <summary>Who calls, from the validated token alone.</summary>
internal sealed record PartnerCaller(string Tenant, string Client, IReadOnlySet<string> Scopes, DateTimeOffset? Ends)
{
    private const int LongestName = 128;

    /// <summary>The caller; null where the token does not say who it is, or is not the caller's own.</summary>
    public static PartnerCaller? Read(HttpContext http, PartnerHostOptions options, EthicsHttpOptions ethics)
    {
        Claim[] claims = [.. http.User.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.Claims)];
        if (One(claims, ethics.SystemClaim) is not { Length: <= LongestName } client || !ActsFor(claims, client)) return null;
        if ((options.OnlyTenant ?? One(claims, options.TenantClaim)) is not { Length: <= LongestName } tenant) return null;
        if (!IsBound(http, claims, options)) return null;
        IEnumerable<string> scopes = All(claims, options.ScopeClaim).SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new PartnerCaller(tenant, client, scopes.ToHashSet(StringComparer.Ordinal), Ending(claims));
    }

    // RFC 8693 4.1: the actor of an exchanged token is the client that calls.
    private static bool ActsFor(Claim[] claims, string client)
    {
        string[] acts = All(claims, "act");
        if (acts.Length == 0) return true;
        return acts.Length == 1 && Member(acts[0], "sub") is { } actor && string.Equals(actor, client, StringComparison.Ordinal);
    }

    // RFC 8705 3.1.
    private static bool IsBound(HttpContext http, Claim[] claims, PartnerHostOptions options)
    {
        string[] confirmations = All(claims, "cnf");
        if (confirmations.Length == 0) return options.AllowBearerTokens || IsLoopback(http.Connection.RemoteIpAddress);
        if (confirmations.Length > 1 || Member(confirmations[0], "x5t#S256") is not { } expected || http.Connection.ClientCertificate is not { } certificate) return false;
        return string.Equals(expected, Thumbprint(certificate), StringComparison.Ordinal);
    }

    // A server in memory has no address, and no network either.
    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static string Thumbprint(X509Certificate2 certificate) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(certificate.RawDataMemory.Span));

    private static string? Member(string json, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty(name, out JsonElement member)
                && member.ValueKind is JsonValueKind.String ? member.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A token without an end is not trusted for long: null ends a stream when it is decided anew.
    private static DateTimeOffset? Ending(Claim[] claims) =>
        One(claims, "exp") is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string[] All(Claim[] claims, string type) =>
        [.. claims.Where(claim => string.Equals(claim.Type, type, StringComparison.Ordinal)).Select(claim => claim.Value).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];

    // Of two different values neither counts.
    private static string? One(Claim[] claims, string type) => All(claims, type) is [var value] ? value : null;

    /// <summary>The name of the type; never who it is.</summary>
    public override string ToString() => nameof(PartnerCaller);
}
