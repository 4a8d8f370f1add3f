using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Policing.Samples.Partner.Identity;

/// <summary>The sample calls itself as one of its clients does, with that client's key: to put its records in, and for the token that the instructions use.</summary>
internal sealed class ClientConnection(Uri address, ClientKeys keys, TestClient client, TimeProvider time) : IDisposable
{
    private const int AssertionSeconds = 60;

    private readonly HttpClient _http = Connect(address, keys, client);

    public HttpClient Http => _http;

    /// <summary>A token, good for an hour; without scopes where none are asked for.</summary>
    /// <exception cref="InvalidOperationException">The issuer gave none.</exception>
    public async Task<string> TokenAsync(string scopes, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> asked =
        [
            new("grant_type", "client_credentials"), new("client_id", client.Id),
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), new("client_assertion", Assertion()),
        ];
        if (scopes.Length > 0) asked.Add(new("scope", scopes));
        using FormUrlEncodedContent form = new(asked);
        using HttpResponseMessage response = await _http.PostAsync(new Uri("/token", UriKind.Relative), form, cancellationToken);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer.RootElement.TryGetProperty("access_token", out JsonElement token) ? token.GetString()! : throw new InvalidOperationException($"The issuer gave no token: {answer.RootElement}");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A new proof that this is the client.</summary>
    public string Assertion()
    {
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        ECDsaSecurityKey key = new(keys.Of(client.Id).GetECDsaPrivateKey()) { KeyId = client.Id, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        using (key.ECDsa)
        {
            return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
                TokenType = "client-authentication+jwt",
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["iss"] = client.Id,
                    ["sub"] = client.Id,
                    ["aud"] = address.AbsoluteUri,
                    ["jti"] = Guid.NewGuid().ToString("N"),
                    ["iat"] = now,
                    ["exp"] = now + AssertionSeconds,
                },
            });
        }
    }

    private static HttpClient Connect(Uri address, ClientKeys keys, TestClient client)
    {
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            handler.SslOptions = new SslClientAuthenticationOptions
            {
                LocalCertificateSelectionCallback = (_, _, _, _, _) => keys.Of(client.Id),
                CertificateChainPolicy = Trusting(keys.Of(ClientKeys.ServerName)),
            };
        }
        return new HttpClient(handler) { BaseAddress = address };
    }

    // This one certificate and no other.
    private static X509ChainPolicy Trusting(X509Certificate2 certificate) =>
        new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck };
}
