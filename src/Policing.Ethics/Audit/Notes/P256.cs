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
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static bool Is(ECDsa key)
    {
        ECParameters parameters = key.ExportParameters(includePrivateParameters: false);
        return parameters.Curve.IsNamed && (parameters.Curve.Oid.Value == Curve || parameters.Curve.Oid.FriendlyName == ECCurve.NamedCurves.nistP256.Oid.FriendlyName);
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
}
