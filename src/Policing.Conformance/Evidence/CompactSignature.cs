using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Conformance.Evidence;

/// <summary>
/// One line that is a JSON Web Signature in the compact form, ES256 (RFC 7515 7.1, RFC 7518 3.4). It is read in the one spelling that is written here: each byte of the line counts.
/// </summary>
internal static class CompactSignature
{
    public const int MostBytes = 64 << 20;
    private const int SignatureBytes = 64;

    public static byte[] Sign(ReadOnlySpan<byte> payload, SigningKey key)
    {
        using ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(key.Secret.Span, out _);
        string signed = Header(key.KeyName, key.KeyId) + "." + Base64Url.EncodeToString(payload);
        byte[] signature = ecdsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Encoding.ASCII.GetBytes(signed + "." + Base64Url.EncodeToString(signature) + "\n");
    }

    /// <summary>The payload, where one of the keys signed it.</summary>
    public static EvidenceFault Verify(ReadOnlySpan<byte> line, IReadOnlyList<VerifierKey> keys, out byte[] payload)
    {
        payload = [];
        if (line.Length is 0 or > MostBytes || line[^1] != (byte)'\n' || !Ascii.IsValid(line)) return EvidenceFault.NotEvidence;
        string[] parts = Encoding.ASCII.GetString(line[..^1]).Split('.');
        if (parts.Length != 3 || !TryDecode(parts[0], out byte[] header) || !TryDecode(parts[1], out byte[] content) || !TryDecode(parts[2], out byte[] signature)) return EvidenceFault.NotEvidence;
        if (signature.Length != SignatureBytes || !LooksLikeOurs(header)) return EvidenceFault.NotEvidence;
        if (keys.FirstOrDefault(key => key.Type == NoteKeyType.Ecdsa && Header(key.KeyName, key.KeyId) == parts[0]) is not { } signer) return EvidenceFault.OtherKey;
        using ECDsa ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(signer.PublicKey.Span, out _);
        if (!ecdsa.VerifyData(line[..(parts[0].Length + 1 + parts[1].Length)], signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)) return EvidenceFault.Signature;
        payload = content;
        return EvidenceFault.None;
    }

    private static string Header(string name, uint id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","kid":"{{System.Text.Json.JsonEncodedText.Encode(name)}}+{{id:x8}}","typ":"policing-evidence+jws"}"""));

    private static bool LooksLikeOurs(ReadOnlySpan<byte> header) => header.StartsWith("{\"alg\":\"ES256\",\"kid\":\""u8) && header.EndsWith("\",\"typ\":\"policing-evidence+jws\"}"u8);

    // The decoder is lenient about the last bits; one text has one spelling.
    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text)) return false;
        bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text;
    }
}
