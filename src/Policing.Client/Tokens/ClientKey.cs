using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace Policing.Client;

/// <summary>The private key that a client proves itself with: RSA of 2048 bits or more (PS256) or P-256 (ES256). Never shown or logged. Thread-safe.</summary>
/// <remarks>Source: FAPI 2.0 Security Profile 5.4. The key stays the caller's and is not disposed of.</remarks>
public sealed class ClientKey
{
    private const int LeastRsaBits = 2048;

    private ClientKey(SecurityKey key, string algorithm)
    {
        // A provider that is kept would hold a key that the caller has disposed of.
        key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        Credentials = new SigningCredentials(key, algorithm);
    }

    internal SigningCredentials Credentials { get; }

    /// <summary>An RSA key, for PS256.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keyId">Its id in the registered key set.</param>
    /// <exception cref="ArgumentException">It has less than 2048 bits, or the id is empty.</exception>
    public static ClientKey Of(RSA key, string keyId)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(keyId);
        if (key.KeySize < LeastRsaBits) throw new ArgumentException("An RSA key has at least 2048 bits.", nameof(key));
        return new(new RsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.RsaSsaPssSha256);
    }

    /// <summary>A P-256 key, for ES256.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keyId">Its id in the registered key set.</param>
    /// <exception cref="ArgumentException">It is of another size, or the id is empty.</exception>
    public static ClientKey Of(ECDsa key, string keyId)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(keyId);
        if (key.KeySize != 256) throw new ArgumentException("The curve is P-256.", nameof(key));
        return new(new ECDsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The private key of a certificate.</summary>
    /// <param name="certificate">The certificate, with its private key.</param>
    /// <param name="keyId">Its id in the registered key set.</param>
    /// <exception cref="ArgumentException">It has no private key of RSA or P-256.</exception>
    public static ClientKey Of(X509Certificate2 certificate, string keyId)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (certificate.GetRSAPrivateKey() is { } rsa) return Of(rsa, keyId);
        return certificate.GetECDsaPrivateKey() is { } ecdsa ? Of(ecdsa, keyId)
            : throw new ArgumentException("The certificate has no private key of RSA or P-256.", nameof(certificate));
    }

    /// <summary>The name of the type; never the key.</summary>
    public override string ToString() => nameof(ClientKey);
}
