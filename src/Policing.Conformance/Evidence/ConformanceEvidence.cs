using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;

namespace Policing.Conformance.Evidence;

/// <summary>
/// Evidence of a run: the report, the hashes of what was judged and of the kit, and the product's declaration, signed by its maker until a day. It is self-declared: nobody else has looked, and a
/// signature makes it no truer, only known to be theirs and unchanged. Thread-safe.
/// </summary>
/// <remarks>The envelope is DSSE 1.0 (github.com/secure-systems-lab/dsse) in one spelling, with one signature by ECDSA P-256 with SHA-256, as a DER sequence.</remarks>
public static class ConformanceEvidence
{
    /// <summary>The type of what is signed.</summary>
    public const string PayloadType = "application/vnd.policing-sdk.conformance-evidence+json";

    private const int MostBytes = 64 << 20;
    private const string Form = "1.0";

    // Base64 as it is: others read the envelope with tools that know no escapes.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan MostDays = TimeSpan.FromDays(400);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Makes evidence of a run.</summary>
    /// <param name="run">The run; over documents, with <see cref="ConformanceOptions.HashInputs"/>.</param>
    /// <param name="product">What it is about.</param>
    /// <param name="key">The maker's private key, on P-256.</param>
    /// <param name="validFor">How long it counts from the run's beginning: a day to 400.</param>
    /// <exception cref="ArgumentException">The run has no hashes of its inputs, the time is another, or the key is none of P-256.</exception>
    public static byte[] Sign(ConformanceRun run, ProductDeclaration product, ECDsa key, TimeSpan validFor)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(key);
        if (run.InputHashes.Count != run.Inputs) throw new ArgumentException("The inputs of the run were not hashed.", nameof(run));
        if (validFor < TimeSpan.FromDays(1) || validFor > MostDays) throw new ArgumentException("Evidence counts for a day to 400.", nameof(validFor));
        byte[] payload = Statement(run, product, validFor);
        return Envelope(payload, KeyId(key), key.SignData(Authenticated(payload), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>Says what evidence is worth.</summary>
    /// <param name="evidence">The file, of at most 64 MiB.</param>
    /// <param name="key">The public key that its maker gave by another way.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ArgumentException">The key is none of P-256.</exception>
    public static EvidenceCheck Verify(ReadOnlySpan<byte> evidence, ECDsa key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (evidence.Length > MostBytes || Open(evidence) is not var (payload, id, signature)) return EvidenceCheck.Of(EvidenceOutcome.NotEvidence);
        if (id != KeyId(key)) return EvidenceCheck.Of(EvidenceOutcome.OtherKey);
        if (!Fits(key, payload, signature)) return EvidenceCheck.Of(EvidenceOutcome.Edited);
        if (Read(payload) is not { } check) return EvidenceCheck.Of(EvidenceOutcome.NotEvidence);
        return check with { Outcome = now >= check.Expires ? EvidenceOutcome.Expired : now + Skew < check.IssuedAt ? EvidenceOutcome.NotYet : EvidenceOutcome.Good };
    }

    private static byte[] Statement(ConformanceRun run, ProductDeclaration product, TimeSpan validFor) => Bytes(json =>
    {
        json.WriteString("form", Form);
        json.WriteString("note", ReportWords.Disclaimer);
        json.WriteStartObject("product");
        json.WriteString("supplier", product.Supplier);
        json.WriteString("product", product.Product);
        json.WriteString("version", product.Version);
        json.WriteEndObject();
        json.WriteString("issuedAt", ReportWords.Time(run.StartedAt));
        json.WriteString("expires", ReportWords.Time(run.StartedAt + validFor));
        json.WriteString("kitSha256", KitHash.Value);
        json.WriteStartArray("inputs");
        foreach (string hash in run.InputHashes) json.WriteStringValue(hash);
        json.WriteEndArray();
        json.WritePropertyName("report");
        using MemoryStream report = new();
        ConformanceReport.Write(report, run, ReportFormat.Json);
        json.WriteRawValue(report.GetBuffer().AsSpan(0, (int)report.Length));
    });

    // The module's version id changes with every change of the code, and is there too where no file is.
    private static readonly Lazy<string> KitHash = new(static () => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        typeof(ConformanceEvidence).Module.ModuleVersionId.ToString("D"), typeof(DataModel.PoliceRecord).Module.ModuleVersionId.ToString("D"))))));

    private static byte[] Envelope(ReadOnlySpan<byte> payload, string keyId, ReadOnlySpan<byte> signature)
    {
        string encoded = Convert.ToBase64String(payload), signed = Convert.ToBase64String(signature);
        return [.. Bytes(json =>
        {
            json.WriteString("payloadType", PayloadType);
            json.WriteString("payload", encoded);
            json.WriteStartArray("signatures");
            json.WriteStartObject();
            json.WriteString("keyid", keyId);
            json.WriteString("sig", signed);
            json.WriteEndObject();
            json.WriteEndArray();
        }), (byte)'\n'];
    }

    // In its one spelling or not at all, so that no byte of the file can be another.
    private static (byte[] Payload, string KeyId, byte[] Signature)? Open(ReadOnlySpan<byte> evidence)
    {
        try
        {
            JsonElement envelope = JsonElement.Parse(evidence, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            JsonElement signature = envelope.GetProperty("signatures")[0];
            (byte[] payload, string id, byte[] signed) = (envelope.GetProperty("payload").GetBytesFromBase64(), signature.GetProperty("keyid").GetString() ?? "", signature.GetProperty("sig").GetBytesFromBase64());
            return Envelope(payload, id, signed).AsSpan().SequenceEqual(evidence) ? (payload, id, signed) : null;
        }
        catch (Exception trouble) when (IsOfForm(trouble))
        {
            return null;
        }
    }

    private static EvidenceCheck? Read(byte[] payload)
    {
        try
        {
            JsonElement statement = JsonElement.Parse(payload, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return statement.GetProperty("form").GetString() == Form ? EvidenceCheck.Read(statement) : null;
        }
        catch (Exception trouble) when (IsOfForm(trouble))
        {
            return null;
        }
    }

    private static bool IsOfForm(Exception trouble) =>
        trouble is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException;

    private static bool Fits(ECDsa key, byte[] payload, byte[] signature)
    {
        try
        {
            return key.VerifyData(Authenticated(payload), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // DSSE's pre-authentication encoding.
    private static byte[] Authenticated(byte[] payload) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {PayloadType.Length} {PayloadType} {payload.Length} ")), .. payload];

    private static string KeyId(ECDsa key)
    {
        ECCurve curve = key.ExportParameters(includePrivateParameters: false).Curve;
        if (!curve.IsNamed || curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value) throw new ArgumentException("The key is none of P-256.", nameof(key));
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
