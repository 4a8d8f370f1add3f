using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Policing.Conformance.Evidence;
using Policing.Conformance.Running;
using Policing.Conformance.Tests.Running;
using Policing.DataModel.Json;
using Policing.Ethics.Audit;
using Policing.JsonSchema;
using Policing.Testing;

namespace Policing.Conformance.Tests.Evidence;

public sealed class EvidenceTests : IDisposable
{
    private static readonly DateTimeOffset s_day = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly string s_records = Encoding.UTF8.GetString(Lines(3));

    private readonly SigningKey _key = SigningKey.NewEcdsa("supplier.example");
    private readonly EcdsaNoteSigner _signer;

    public EvidenceTests() => _signer = EcdsaNoteSigner.Of(_key);

    private VerifierKey Verifier => _signer.VerifierKey;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task WhatWasSignedIsReadAgain()
    {
        (byte[] file, ConformanceRun run, IReadOnlyList<InputDigest> inputs) = await IssueAsync();
        EvidenceCheck check = ConformanceEvidence.Verify(file, [Verifier], new At(s_day.AddDays(1)));
        Assert.True(check.IsGood);
        ConformanceEvidence evidence = check.Evidence;
        Assert.Equal((s_day, s_day.AddDays(90)), (evidence.IssuedAt, evidence.ExpiresAt));
        Assert.Equal((run.VerdictText, run.Edition, run.KitVersion, run.RequirementsHash, false), (evidence.Verdict, evidence.Edition, evidence.KitVersion, evidence.RequirementsHash, evidence.IsFull));
        Assert.Equal(Declaration(), evidence.Product);
        Assert.Equal(inputs, evidence.Inputs.AsEnumerable());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s_records))), Assert.Single(inputs).Sha256);
        Assert.Equal(run.Results.Count, evidence.Results.Count);
        Assert.Equal(3, evidence.Kit.Count);
        Assert.All(evidence.Kit.AsEnumerable(), static part => Assert.Matches("^[0-9a-f]{64}$", part.Sha256));
    }

    [Fact]
    public async Task EveryEditOfOneByteIsRefused()
    {
        (byte[] file, _, _) = await IssueAsync();
        for (int place = 0; place < file.Length; place += file.Length - place < 200 ? 1 : 97)
        {
            foreach (int bit in new[] { 0, 1, 5 })
            {
                byte[] edited = [.. file];
                edited[place] ^= (byte)(1 << bit);
                EvidenceCheck check = ConformanceEvidence.Verify(edited, [Verifier], new At(s_day));
                Assert.False(check.IsGood, $"byte {place}, bit {bit}");
                Assert.Null(check.Evidence);
            }
        }
    }

    [Fact]
    public async Task WhatIsAddedOrCutIsRefused()
    {
        (byte[] file, _, _) = await IssueAsync();
        foreach (byte[] edited in new byte[][] { [], [.. file, (byte)'\n'], file[..^1], [(byte)' ', .. file], file[..^2], [.. file[..^1], (byte)'=', (byte)'\n'], file[(file.Length / 2)..] })
            Assert.Equal(EvidenceFault.NotEvidence, ConformanceEvidence.Verify(edited, [Verifier], new At(s_day)).Fault);
    }

    [Fact]
    public async Task AnotherKeyIsRefusedAlsoWhereItHasTheSameName()
    {
        (byte[] file, _, _) = await IssueAsync();
        using SigningKey other = SigningKey.NewEcdsa("supplier.example");
        Assert.Equal(EvidenceFault.OtherKey, ConformanceEvidence.Verify(file, [], new At(s_day)).Fault);
        Assert.Equal(EvidenceFault.OtherKey, ConformanceEvidence.Verify(file, [EcdsaNoteSigner.Of(other).VerifierKey], new At(s_day)).Fault);
        Assert.True(ConformanceEvidence.Verify(file, [EcdsaNoteSigner.Of(other).VerifierKey, Verifier], new At(s_day)).IsGood);
    }

    [Fact]
    public async Task AnotherKeyUnderTheIdOfOursIsRefused()
    {
        (byte[] file, _, _) = await IssueAsync();
        string[] parts = Encoding.ASCII.GetString(file)[..^1].Split('.');
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] signature = other.SignData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), HashAlgorithmName.SHA256);
        byte[] forged = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(signature)}\n");
        Assert.Equal(EvidenceFault.Signature, ConformanceEvidence.Verify(forged, [Verifier], new At(s_day)).Fault);
    }

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"HS256","kid":"x","typ":"policing-evidence+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"x","typ":"JWT"}""")]
    public async Task AnotherKindOfSignatureIsNone(string header)
    {
        (byte[] file, _, _) = await IssueAsync();
        string[] parts = Encoding.ASCII.GetString(file)[..^1].Split('.');
        byte[] other = Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}\n");
        Assert.Equal(EvidenceFault.NotEvidence, ConformanceEvidence.Verify(other, [Verifier], new At(s_day)).Fault);
    }

    [Fact]
    public async Task ItsTimePassesAndDoesNotBeginEarly()
    {
        (byte[] file, _, _) = await IssueAsync(lifetime: TimeSpan.FromDays(7));
        Assert.Equal(EvidenceFault.None, ConformanceEvidence.Verify(file, [Verifier], new At(s_day.AddDays(7).AddSeconds(-1))).Fault);
        EvidenceCheck expired = ConformanceEvidence.Verify(file, [Verifier], new At(s_day.AddDays(7)));
        Assert.Equal(EvidenceFault.Expired, expired.Fault);
        Assert.NotNull(expired.Evidence);
        Assert.Equal(EvidenceFault.NotYet, ConformanceEvidence.Verify(file, [Verifier], new At(s_day.AddHours(-1))).Fault);
    }

    [Fact]
    public void AnotherSignersJsonIsNoEvidence()
    {
        foreach (string payload in new[] { "{}", "[]", "7", "nonsense", """{"kind":"self-declared evidence"}""", """{"kind":"self-declared evidence","report":{}}""" })
        {
            EvidenceCheck check = ConformanceEvidence.Verify(CompactSignature.Sign(Encoding.UTF8.GetBytes(payload), _key), [Verifier], new At(s_day));
            Assert.Equal((EvidenceFault.NotEvidence, null), (check.Fault, check.Evidence));
        }
    }

    [Fact]
    public async Task ARunThatIsRepeatedComesToTheSameAlsoAMonthLater()
    {
        // A record of the day of the run: judged on another day by the clock, it would lie in the future or not.
        (byte[] file, _, _) = await IssueAsync();
        ConformanceEvidence evidence = ConformanceEvidence.Verify(file, [Verifier], new At(s_day)).Evidence!;
        (ConformanceRun again, InputDigests digests) = await RepeatAsync(evidence, s_records);
        Assert.Empty(evidence.Differences(again, digests.All, [], "official"));
    }

    [Fact]
    public async Task AnInputThatWasChangedIsFoundAndSoIsWhatComesOfIt()
    {
        (byte[] file, _, _) = await IssueAsync();
        ConformanceEvidence evidence = ConformanceEvidence.Verify(file, [Verifier], new At(s_day)).Evidence!;
        (ConformanceRun same, InputDigests blank) = await RepeatAsync(evidence, s_records + "\n");
        Assert.Equal(["Input 1 is not what was signed."], evidence.Differences(same, blank.All, [], "official").AsEnumerable());
        (ConformanceRun broken, InputDigests digests) = await RepeatAsync(evidence, s_records + "{\"type\":\"person\"}\n");
        string[] differences = [.. evidence.Differences(broken, digests.All, [], "official")];
        Assert.Equal("Input 1 is not what was signed.", differences[0]);
        Assert.Contains(differences, static difference => difference.StartsWith("PSDK-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherCodesAnotherCeilingAndAnotherNumberOfInputsAreFound()
    {
        (byte[] file, _, _) = await IssueAsync();
        ConformanceEvidence evidence = ConformanceEvidence.Verify(file, [Verifier], new At(s_day)).Evidence!;
        (ConformanceRun again, InputDigests digests) = await RepeatAsync(evidence, s_records);
        Assert.Equal(
            ["The ceiling of the marking is another.", "Inputs: 1 were signed, 0 are there.", "Files of codes: 0 were signed, 1 are there."],
            evidence.Differences(again, [], [InputDigests.Of(1, "x"u8)], "secret").AsEnumerable());
        Assert.Single(digests.All);
    }

    [Fact]
    public async Task AWaiverDoesNotMakeARepeatedRunAnother()
    {
        const string Broken = """{"type":"person"}""" + "\n";
        ConformanceRun plain = await new ConformanceRunner(new() { Time = new At(s_day) }).RunAsync([TextInput.Of(Broken, isLines: true)], cancellationToken: TestContext.Current.CancellationToken);
        string requirement = plain.Results.First(static result => result.Status == ResultStatus.Failed).Requirement.Id;
        string waivers = $$"""{"waivers":[{"requirement":"{{requirement}}","owner":"team","reason":"next release","expires":"2027-03-31"}]}""";
        (byte[] file, ConformanceRun run, _) = await IssueAsync(Broken, waivers);
        Assert.Contains(run.Results, static result => result.Status == ResultStatus.Waived);
        ConformanceEvidence evidence = ConformanceEvidence.Verify(file, [Verifier], new At(s_day)).Evidence!;
        (ConformanceRun again, InputDigests digests) = await RepeatAsync(evidence, Broken);
        Assert.Empty(evidence.Differences(again, digests.All, [], "official"));
    }

    [Fact]
    public async Task ADigestIsMissedAndSoIsAKeyOfAnotherKind()
    {
        ConformanceRun run = await new ConformanceRunner().RunAsync([TextInput.Of(s_records, isLines: true)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => ConformanceEvidence.Issue(run, new() { Product = Declaration() }, _key));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvidenceTerms { Product = Declaration(), Lifetime = TimeSpan.FromHours(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvidenceTerms { Product = Declaration(), Lifetime = TimeSpan.FromDays(367) });
    }

    [Fact]
    public async Task ADigestIsOfAllBytesAlsoWhereTheReaderStopsEarly()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(100_000);
        InputDigests digests = new();
        ConformanceInput watched = digests.Over([TextInput.Of(bytes)]).Single();
        (Stream stream, _) = await watched.OpenAsync(TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[10], TestContext.Current.CancellationToken);
        await stream.DisposeAsync();
        await stream.DisposeAsync();
        Assert.Equal(new InputDigest(1, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), Assert.Single(digests.All));
    }

    [Fact]
    public async Task ThePayloadMeetsItsSchema()
    {
        (byte[] file, _, _) = await IssueAsync();
        byte[] payload = Base64Url.DecodeFromChars(Encoding.ASCII.GetString(file).Split('.')[1]);
        SchemaRegistry registry = new();
        foreach (string name in new[] { "product", "report" }) registry.Add(Address(name), Schema(name));
        CompiledSchema schema = CompiledSchema.Compile(Schema("evidence"), new SchemaOptions { Registry = registry });
        Assert.True(schema.IsValid(payload));
        Assert.False(schema.IsValid(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(payload).Replace("self-declared", "approved", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task TheLineForAReadmeSaysWhoseWordItIsAndIsNoMarkup()
    {
        (byte[] file, _, _) = await IssueAsync(product: Declaration() with { Product = "RMS](https://x) <script>" });
        ConformanceEvidence evidence = ConformanceEvidence.Verify(file, [Verifier], new At(s_day)).Evidence!;
        string line = EvidenceBadge.ToMarkdown(evidence, new Uri("https://supplier.example/report(1).html"));
        Assert.StartsWith("[Self-declared: RMS  https   x   script 4.2 is conformant with edition", line, StringComparison.Ordinal);
        Assert.EndsWith("until 2027-02-27](https://supplier.example/report%281%29.html)", line, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EvidenceBadge.ToMarkdown(evidence, new Uri("javascript:alert(1)")));
    }

    private static ProductDeclaration Declaration() => new() { Supplier = "Example Systems", Product = "Example RMS", Version = "4.2", Contact = "conformance team", Claims = ["writes persons"] };

    private static string Address(string schema) => $"https://schemas.policing-sdk.example/conformance/1.0/{schema}.schema.json";

    private static byte[] Schema(string name) => File.ReadAllBytes(Path.Combine(SourceTree.Root, "schemas", "conformance", "1.0", $"{name}.schema.json"));

    private static byte[] Lines(int count)
    {
        SyntheticRecords synthetic = new();
        using MemoryStream lines = new();
        for (int i = 0; i < count; i++)
        {
            lines.Write(PoliceJson.Write(synthetic.Person(i)));
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private async Task<(byte[] File, ConformanceRun Run, IReadOnlyList<InputDigest> Inputs)> IssueAsync(
        string? text = null, string? waivers = null, TimeSpan? lifetime = null, ProductDeclaration? product = null)
    {
        InputDigests digests = new();
        ConformanceOptions options = new() { Time = new At(s_day), Waivers = waivers is null ? Policing.Conformance.Waivers.WaiverList.None : Policing.Conformance.Waivers.WaiverList.Read(Encoding.UTF8.GetBytes(waivers)) };
        ConformanceRun run = await new ConformanceRunner(options).RunAsync(digests.Over([TextInput.Of(text ?? s_records, isLines: true)]), cancellationToken: TestContext.Current.CancellationToken);
        EvidenceTerms terms = new() { Product = product ?? Declaration(), Inputs = digests.All };
        if (lifetime is { } given) terms = terms with { Lifetime = given };
        return (ConformanceEvidence.Issue(run, terms, _key, new At(s_day)), run, digests.All);
    }

    private static async Task<(ConformanceRun Run, InputDigests Digests)> RepeatAsync(ConformanceEvidence evidence, string text)
    {
        InputDigests digests = new();
        ConformanceRunner runner = new(evidence.ToRepeat(new ConformanceOptions { Time = new At(s_day.AddDays(-400)) }));
        return (await runner.RunAsync(digests.Over([TextInput.Of(text, isLines: true)]), cancellationToken: TestContext.Current.CancellationToken), digests);
    }

    private sealed class At(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}
