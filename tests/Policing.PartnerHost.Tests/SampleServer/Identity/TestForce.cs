using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Policing.PartnerHost.Tests.SampleServer.Identity;

/// <summary>An identity server of a home force: gives officers' tokens, and has its public keys in a file.</summary>
internal sealed class TestForce : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _keyId;

    public TestForce(string issuer, string agency, string folder, string keyId = "home-1")
    {
        (Issuer, Agency, _keyId) = (issuer, agency, keyId);
        KeysPath = Path.Combine(folder, agency + "-home.jwks.json");
        File.WriteAllText(KeysPath, PublicKeys);
    }

    public string Issuer { get; }

    public string Agency { get; }

    public string KeysPath { get; }

    /// <summary>The key set, as it is published.</summary>
    public string PublicKeys
    {
        get
        {
            ECParameters key = _key.ExportParameters(includePrivateParameters: false);
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = _keyId, x = Base64UrlEncoder.Encode(key.Q.X), y = Base64UrlEncoder.Encode(key.Q.Y) } } });
        }
    }

    /// <summary>A token that is as it should be, but for what is changed; a claim that is set to null is left out.</summary>
    public string Token(string officer, string audience, Action<Dictionary<string, object?>>? change = null, string type = "at+jwt", SigningCredentials? by = null)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object?> claims = new(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["sub"] = officer,
            ["aud"] = audience,
            ["iat"] = now,
            ["exp"] = now + 1200,
            ["may_act"] = new Dictionary<string, object> { ["sub"] = Agency + "-rms" },
        };
        change?.Invoke(claims);
        ECDsaSecurityKey key = new(_key) { KeyId = _keyId, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            SigningCredentials = by ?? new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
            TokenType = type,
            Claims = claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!, StringComparer.Ordinal),
        });
    }

    public void Dispose() => _key.Dispose();
}
