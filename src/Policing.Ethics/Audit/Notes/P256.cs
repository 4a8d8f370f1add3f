using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Policing.Ethics.Audit;

/// <summary>ECDSA over P-256 with SHA-256; signatures are a DER sequence, as Go's crypto/ecdsa and most key services write them.</summary>
internal static class P256
{
    public const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;

    // The object identifier of secp256r1, RFC 5480 section 2.1.1.1.
    private const string Curve = "1.2.840.10045.3.1.7";

    /// <summary>Whether the bytes are a SubjectPublicKeyInfo of this curve, in the spelling that the platform writes.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> spki)
    {
        try
        {
            using ECDsa key = Import(spki);
            return Is(key) && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(spki);
        }
        catch (Exception trouble) when (IsNoKey(trouble))
        {
            return false;
        }
    }

    public static bool Is(ECDsa key)
    {
        ECParameters parameters = key.ExportParameters(includePrivateParameters: false);
        return parameters.Curve.IsNamed && (parameters.Curve.Oid.Value == Curve || parameters.Curve.Oid.FriendlyName == ECCurve.NamedCurves.nistP256.Oid.FriendlyName);
    }

    /// <summary>A private key of this curve from PKCS#8 and nothing behind it; null where it is none.</summary>
    public static bool TryImportPrivate(ReadOnlySpan<byte> pkcs8, [NotNullWhen(true)] out ECDsa? key)
    {
        key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out int read);
            if (read == pkcs8.Length && Is(key)) return true;
        }
        catch (Exception trouble) when (IsNoKey(trouble))
        {
            // Not a key: the same answer as for a key of another curve.
        }
        key.Dispose();
        key = null;
        return false;
    }

    /// <summary>Whether what the private half signs the public half verifies. PKCS#8 holds both, and no platform promises to compare them.</summary>
    public static bool IsPair(ECDsa key)
    {
        using ECDsa verifier = Import(key.ExportSubjectPublicKeyInfo());
        return verifier.VerifyData(Array.Empty<byte>(), key.SignData(Array.Empty<byte>(), HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
    }

    public static ECDsa Import(ReadOnlySpan<byte> spki)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    // A curve that the platform does not know is another exception than bytes that are none.
    private static bool IsNoKey(Exception trouble) => trouble is CryptographicException or PlatformNotSupportedException;
}
