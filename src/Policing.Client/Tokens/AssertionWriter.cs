using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Policing.Client;

/// <summary>Writes client assertions. Source: RFC 7523 3; FAPI 2.0 Security Profile 5.3.3 (the audience is the issuer as a string).</summary>
internal static class AssertionWriter
{
    private const int LifetimeSeconds = 60;
    private const string TokenType = "client-authentication+jwt";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static string Write(ClientKey key, string clientId, string issuer, DateTimeOffset now)
    {
        long seconds = now.ToUnixTimeSeconds();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            SigningCredentials = key.Credentials,
            TokenType = TokenType,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["iss"] = clientId,
                ["sub"] = clientId,
                ["aud"] = issuer,
                ["jti"] = Guid.NewGuid().ToString("N"),
                ["iat"] = seconds,
                ["nbf"] = seconds,
                ["exp"] = seconds + LifetimeSeconds,
            },
        });
    }
}
