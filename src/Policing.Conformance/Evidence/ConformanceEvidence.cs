using System.Globalization;
using System.Text.Json;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;
using Policing.DataModel;
using Policing.Ethics.Audit;

namespace Policing.Conformance.Evidence;

/// <summary>
/// What a supplier hands over after a run: the report, and the hashes of the kit, of the requirements and of all that was judged, with the product's declaration, signed and for a time. It is
/// the supplier's own word; what it adds is that nobody changed it, and that whoever has the inputs can have the run repeated. Immutable.
/// </summary>
/// <remarks>
/// The file is one line, a JSON Web Signature in the compact form with ES256 (RFC 7515 7.1): any library for those verifies it too. The payload is
/// schemas/conformance/1.0/evidence.schema.json.
/// </remarks>
public sealed record ConformanceEvidence
{
    private const string Kind = "self-declared evidence";

    private ConformanceEvidence()
    {
    }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Until when it counts.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the supplier said of the product.</summary>
    public required ProductDeclaration Product { get; init; }

    /// <summary>The verdict, as in reports.</summary>
    public required string Verdict { get; init; }

    /// <summary>Whether the run took no waivers.</summary>
    public required bool IsFull { get; init; }

    /// <summary>The version of the kit.</summary>
    public required string KitVersion { get; init; }

    /// <summary>The version of the model that the requirements are for.</summary>
    public required string Edition { get; init; }

    /// <summary>The SHA-256 of the requirements.</summary>
    public required string RequirementsHash { get; init; }

    /// <summary>When the run began; what depends on the day is judged by this day when it is repeated.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The highest marking that documents were let have.</summary>
    public required string Ceiling { get; init; }

    /// <summary>What synthetic records were made from; null where none were.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The parts of the kit that judged, each with the SHA-256 of its file, or of its module's version where it stands in no file of its own.</summary>
    public required ValueList<KitPart> Kit { get; init; }

    /// <summary>What was judged; empty where a program or a server was.</summary>
    public required ValueList<InputDigest> Inputs { get; init; }

    /// <summary>The files with codes of the product's own.</summary>
    public required ValueList<InputDigest> Codes { get; init; }

    /// <summary>What became of each requirement.</summary>
    public required ValueList<EvidenceResult> Results { get; init; }

    /// <summary>Signs what a run came to.</summary>
    /// <param name="run">The run.</param>
    /// <param name="terms">What is signed with it.</param>
    /// <param name="key">The supplier's key, of P-256; keep it as an audit log's is kept.</param>
    /// <param name="time">The clock; the system's if not given.</param>
    /// <returns>The file: one line.</returns>
    /// <exception cref="ArgumentException">The key is of another type, or the run was about documents and there is not a digest for each.</exception>
    public static byte[] Issue(ConformanceRun run, EvidenceTerms terms, SigningKey key, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(key);
        if (key.Type != NoteKeyType.Ecdsa) throw new ArgumentException("Evidence is signed with a key of P-256.", nameof(key));
        if (terms.Inputs.Count != run.Inputs) throw new ArgumentException("There is not a digest for each input that was judged.", nameof(terms));
        return CompactSignature.Sign(EvidenceJson.Write(run, terms, Second((time ?? TimeProvider.System).GetUtcNow())), key);
    }

    /// <summary>Reads evidence whose signature is of one of these keys, and says whether it counts.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keys">The keys that the reader takes, which came another way than the evidence.</param>
    /// <param name="time">The clock; the system's if not given.</param>
    public static EvidenceCheck Verify(ReadOnlySpan<byte> file, IReadOnlyList<VerifierKey> keys, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        EvidenceFault fault = CompactSignature.Verify(file, keys, out byte[] payload);
        if (fault != EvidenceFault.None) return new(fault, null);
        if (EvidenceJson.Read(payload) is not { } evidence) return new(EvidenceFault.NotEvidence, null);
        DateTimeOffset now = (time ?? TimeProvider.System).GetUtcNow();
        return new(now < evidence.IssuedAt - TimeSpan.FromMinutes(5) ? EvidenceFault.NotYet : now >= evidence.ExpiresAt ? EvidenceFault.Expired : EvidenceFault.None, evidence);
    }

    /// <summary>How a run is made that repeats this one: on the same day, and without waivers, which do not change what is the case.</summary>
    /// <param name="options">Codes and ceiling, as they were.</param>
    public ConformanceOptions ToRepeat(ConformanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Full = true, Time = new DayOfRun(StartedAt) };
    }

    /// <summary>In what a run that was repeated is another. Empty where it came to the same.</summary>
    /// <param name="run">The run, made as <see cref="ToRepeat"/> says.</param>
    /// <param name="inputs">What was judged.</param>
    /// <param name="codes">The files with codes of the product's own.</param>
    /// <param name="ceiling">The highest marking that documents were let have.</param>
    public ValueList<string> Differences(ConformanceRun run, IReadOnlyList<InputDigest> inputs, IReadOnlyList<InputDigest> codes, string ceiling)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(codes);
        List<string> differences = [];
        if (run.RequirementsHash != RequirementsHash) differences.Add("The requirements are others: repeat it with the version of the kit that the evidence names.");
        else if (!KitPart.Own().SequenceEqual(Kit.AsEnumerable())) differences.Add("The kit is another, though its requirements are the same.");
        if (ceiling != Ceiling) differences.Add("The ceiling of the marking is another.");
        AddInputs(differences, Inputs, inputs, "Input", "Inputs");
        AddInputs(differences, Codes, codes, "File of codes", "Files of codes");
        AddResults(differences, run);
        return ValueList.From(differences);
    }

    private static void AddInputs(List<string> differences, ValueList<InputDigest> signed, IReadOnlyList<InputDigest> given, string one, string many)
    {
        if (signed.Count != given.Count) differences.Add(string.Create(CultureInfo.InvariantCulture, $"{many}: {signed.Count} were signed, {given.Count} are there."));
        for (int i = 0; i < Math.Min(signed.Count, given.Count); i++)
            if (signed[i].Sha256 != given[i].Sha256) differences.Add(string.Create(CultureInfo.InvariantCulture, $"{one} {given[i].Number} is not what was signed."));
    }

    private void AddResults(List<string> differences, ConformanceRun run)
    {
        Dictionary<string, RequirementResult> now = run.Results.ToDictionary(result => result.Requirement.Id, StringComparer.Ordinal);
        foreach (EvidenceResult signed in Results)
        {
            if (!now.Remove(signed.Requirement, out RequirementResult? result)) differences.Add($"{signed.Requirement}: it is no requirement of this kit.");
            else if (WithoutWaiver(signed.Status) != ReportWords.Of(result.Status) || signed.Judged != result.Judged || signed.Failures != result.Failures)
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{signed.Requirement}: {signed.Status}, {signed.Failures} of {signed.Judged}, was signed; it is {ReportWords.Of(result.Status)}, {result.Failures} of {result.Judged}."));
        }

        foreach (string id in now.Keys) differences.Add($"{id}: nothing was signed of it.");
    }

    private static string WithoutWaiver(string status) => status == ReportWords.Of(ResultStatus.Waived) ? ReportWords.Of(ResultStatus.Failed) : status;

    private static DateTimeOffset Second(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>It is that day for as long as the run takes.</summary>
    private sealed class DayOfRun(DateTimeOffset day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => day;
    }

    /// <summary>The payload, schemas/conformance/1.0/evidence.schema.json.</summary>
    private static class EvidenceJson
    {
        public static byte[] Write(ConformanceRun run, EvidenceTerms terms, DateTimeOffset now)
        {
            using MemoryStream output = new();
            using (Utf8JsonWriter json = new(output))
            {
                json.WriteStartObject();
                json.WriteString("$schema", "https://schemas.policing-sdk.example/conformance/1.0/evidence.schema.json");
                json.WriteString("kind", Kind);
                json.WriteString("note", ReportWords.Disclaimer);
                json.WriteString("issuedAt", ReportWords.Time(now));
                json.WriteString("expiresAt", ReportWords.Time(now + terms.Lifetime));
                terms.Product.Write(json, "product");
                json.WriteStartArray("kit");
                foreach (KitPart part in KitPart.Own()) WritePart(json, part);
                json.WriteEndArray();
                json.WriteString("ceiling", terms.Ceiling);
                if (run.Seed is { } seed) json.WriteNumber("seed", seed);
                WriteInputs(json, "inputs", terms.Inputs);
                WriteInputs(json, "codes", terms.Codes);
                json.WritePropertyName("report");
                json.WriteRawValue(Report(run));
                json.WriteEndObject();
            }

            return output.ToArray();
        }

        public static ConformanceEvidence? Read(byte[] payload)
        {
            try
            {
                JsonElement root = JsonElement.Parse(payload, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 });
                return root.GetProperty("kind").GetString() == Kind ? Of(root, root.GetProperty("report")) : null;
            }
            catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ProductDeclarationException)
            {
                // Signed, but by another tool or another release.
                return null;
            }
        }

        private static ConformanceEvidence Of(JsonElement root, JsonElement report) => new()
        {
            IssuedAt = Time(root, "issuedAt"),
            ExpiresAt = Time(root, "expiresAt"),
            Product = ProductDeclaration.Of(root.GetProperty("product")),
            Kit = ValueList.From(root.GetProperty("kit").EnumerateArray().Select(static part => new KitPart(part.GetProperty("name").GetString()!, part.GetProperty("sha256").GetString()!))),
            Ceiling = root.GetProperty("ceiling").GetString()!,
            Seed = root.TryGetProperty("seed", out JsonElement seed) ? seed.GetUInt64() : null,
            Inputs = Inputs(root, "inputs"),
            Codes = Inputs(root, "codes"),
            Verdict = report.GetProperty("verdict").GetString()!,
            IsFull = report.GetProperty("full").GetBoolean(),
            KitVersion = report.GetProperty("kit").GetString()!,
            Edition = report.GetProperty("edition").GetString()!,
            RequirementsHash = report.GetProperty("requirementsSha256").GetString()!,
            StartedAt = Time(report, "startedAt"),
            Results = ValueList.From(report.GetProperty("results").EnumerateArray().Select(static result => new EvidenceResult(
                result.GetProperty("requirement").GetString()!, result.GetProperty("status").GetString()!, result.GetProperty("judged").GetInt64(), result.GetProperty("failures").GetInt64()))),
        };

        private static ReadOnlySpan<byte> Report(ConformanceRun run)
        {
            using MemoryStream report = new();
            JsonReport.Write(report, run);
            return report.ToArray();
        }

        private static void WritePart(Utf8JsonWriter json, KitPart part)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteString("sha256", part.Sha256);
            json.WriteEndObject();
        }

        private static void WriteInputs(Utf8JsonWriter json, string name, IReadOnlyList<InputDigest> inputs)
        {
            json.WriteStartArray(name);
            foreach (InputDigest input in inputs)
            {
                json.WriteStartObject();
                json.WriteNumber("number", input.Number);
                json.WriteNumber("bytes", input.Bytes);
                json.WriteString("sha256", input.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private static ValueList<InputDigest> Inputs(JsonElement root, string name) => ValueList.From(root.GetProperty(name).EnumerateArray().Select(static input =>
            new InputDigest(input.GetProperty("number").GetInt32(), input.GetProperty("bytes").GetInt64(), input.GetProperty("sha256").GetString()!)));

        private static DateTimeOffset Time(JsonElement parent, string name) =>
            DateTimeOffset.ParseExact(parent.GetProperty(name).GetString()!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
