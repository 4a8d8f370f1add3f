using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Policing.Client;

/// <summary>The binding of a token to a certificate. Source: RFC 8705 3.1 (<c>cnf</c>, <c>x5t#S256</c>).</summary>
internal static class CertificateBinding
{
    private const int MostPayload = 16 << 10;

    private static readonly ConditionalWeakTable<X509Certificate2, string> Thumbprints = [];

    /// <summary>The thumbprint as tokens have it.</summary>
    public static string Thumbprint(X509Certificate2 certificate) =>
        Thumbprints.GetValue(certificate, static known => Base64Url.EncodeToString(SHA256.HashData(known.RawDataMemory.Span)));

    /// <summary>The thumbprint that a token is bound to; empty where it says none, null where the token is opaque.</summary>
    public static string? Of(string token)
    {
        int first = token.IndexOf('.', StringComparison.Ordinal);
        int second = first < 0 ? -1 : token.IndexOf('.', first + 1);
        if (second < 0 || second - first > MostPayload) return null;
        try
        {
            using JsonDocument payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(first + 1, second - first - 1)));
            return payload.RootElement.ValueKind == JsonValueKind.Object
                && payload.RootElement.TryGetProperty("cnf", out JsonElement cnf) && cnf.ValueKind == JsonValueKind.Object
                && cnf.TryGetProperty("x5t#S256", out JsonElement print) && print.ValueKind == JsonValueKind.String ? print.GetString() : "";
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}
