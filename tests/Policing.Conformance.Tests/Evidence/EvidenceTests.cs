using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Policing.Conformance.Evidence;
using Policing.Conformance.Running;
using Policing.Conformance.Tests.Running;

namespace Policing.Conformance.Tests.Evidence;

public sealed class EvidenceTests : IDisposable
{
    private const string Good = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}]}""";

    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
    private static readonly ProductDeclaration Product = ProductDeclaration.Read("""{"supplier":"Acme","product":"Records","version":"4.2"}"""u8);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task WhatWasSignedIsGoodUntilItsDay()
    {
        byte[] evidence = ConformanceEvidence.Sign(await RunAsync(Good), Product, _key, TimeSpan.FromDays(30));
        EvidenceCheck check = ConformanceEvidence.Verify(evidence, _key, Now.AddDays(29));
        Assert.Equal((EvidenceOutcome.Good, Product, "conformant", Now, Now.AddDays(30)), (check.Outcome, check.Product, check.Verdict, check.IssuedAt, check.Expires));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Good))), Assert.Single(check.Inputs));
        Assert.Equal(EvidenceOutcome.Expired, ConformanceEvidence.Verify(evidence, _key, Now.AddDays(30)).Outcome);
        Assert.Equal(EvidenceOutcome.NotYet, ConformanceEvidence.Verify(evidence, _key, Now.AddHours(-1)).Outcome);
    }

    [Fact]
    public async Task AnotherKeyIsRefused()
    {
        using ECDsa another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] evidence = ConformanceEvidence.Sign(await RunAsync(Good), Product, _key, TimeSpan.FromDays(30));
        Assert.Equal(EvidenceOutcome.OtherKey, ConformanceEvidence.Verify(evidence, another, Now).Outcome);
        // Also where whoever signed it wrote the name of the right key over his own.
        string id = KeyId(evidence), forged = Encoding.UTF8.GetString(ConformanceEvidence.Sign(await RunAsync(Good), Product, another, TimeSpan.FromDays(30)));
        byte[] renamed = Encoding.UTF8.GetBytes(forged.Replace(KeyId(Encoding.UTF8.GetBytes(forged)), id, StringComparison.Ordinal));
        Assert.Equal(EvidenceOutcome.Edited, ConformanceEvidence.Verify(renamed, _key, Now).Outcome);
    }

    [Fact]
    public async Task AnyOneByteThatIsAnotherIsRefused()
    {
        byte[] evidence = ConformanceEvidence.Sign(await RunAsync(Good), Product, _key, TimeSpan.FromDays(30));
        // All of the envelope's own bytes, and of the long payload one in 97, which is prime.
        int payload = Encoding.UTF8.GetString(evidence).IndexOf("\"payload\":\"", StringComparison.Ordinal) + 20, end = Encoding.UTF8.GetString(evidence).IndexOf("\"signatures\"", StringComparison.Ordinal) - 20;
        foreach (int place in Enumerable.Range(0, evidence.Length).Where(p => p < payload || p > end || p % 97 == 0))
        {
            byte[] edited = [.. evidence];
            edited[place] ^= 1;
            Assert.NotEqual(EvidenceOutcome.Good, ConformanceEvidence.Verify(edited, _key, Now).Outcome);
            edited[place] = (byte)' ';
            Assert.NotEqual(EvidenceOutcome.Good, ConformanceEvidence.Verify(edited, _key, Now).Outcome);
        }

        Assert.Equal(EvidenceOutcome.NotEvidence, ConformanceEvidence.Verify([.. evidence, (byte)'\n'], _key, Now).Outcome);
        Assert.Equal(EvidenceOutcome.NotEvidence, ConformanceEvidence.Verify(evidence.AsSpan(..^1), _key, Now).Outcome);
        foreach (string other in (string[])["", "{}", "[]", "null", "{\"payload\":\"\"}", "{\"payload\":1,\"signatures\":[]}", "{\"payload\":\"\",\"signatures\":[{}]}", "{\"payload\":\"\",\"signatures\":{}}"])
            Assert.Equal(EvidenceOutcome.NotEvidence, ConformanceEvidence.Verify(Encoding.UTF8.GetBytes(other), _key, Now).Outcome);
    }

    [Fact]
    public async Task TheSameRunComesToTheSameAndAnotherInputDoesNot()
    {
        EvidenceCheck check = ConformanceEvidence.Verify(ConformanceEvidence.Sign(await RunAsync(Good), Product, _key, TimeSpan.FromDays(30)), _key, Now);
        Assert.Empty(check.Differences(await RunAsync(Good)));
        // A blank more: every requirement comes to the same, and the file is another.
        Assert.Equal(["File 1 is another than it was."], check.Differences(await RunAsync(Good + " ")));
        IReadOnlyList<string> worse = check.Differences(await RunAsync(Good.Replace("essex", "", StringComparison.Ordinal)));
        Assert.Contains("File 1 is another than it was.", worse);
        Assert.Contains("The verdict was 'conformant', and is 'not conformant'.", worse);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"supplier":"Acme","product":"Records","version":4}""")]
    [InlineData("""{"supplier":"Acme","product":"Records","version":"4","approved":"yes"}""")]
    [InlineData("""{"supplier":"Acme","supplier":"Other","product":"Records","version":"4"}""")]
    [InlineData("""{"supplier":"Ac\u202Eme","product":"Records","version":"4"}""")]
    public void ADeclarationThatIsNoneIsRefusedWithoutItsWords(string text)
    {
        EvidenceException refused = Assert.Throws<EvidenceException>(() => ProductDeclaration.Read(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotContain("Acme", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("approved", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclarationMeetsItsSchema() => Assert.True(Requirements.RequirementSetTests.Schema("declaration").IsValid("""{"supplier":"Acme","product":"Records","version":"4.2"}"""u8));

    [Fact]
    public async Task WhatCannotBeSignedIsSaid()
    {
        ConformanceRun unhashed = await new ConformanceRunner().RunAsync([TextInput.Of(Good)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>("run", () => ConformanceEvidence.Sign(unhashed, Product, _key, TimeSpan.FromDays(30)));
        ConformanceRun run = await RunAsync(Good);
        foreach (int days in (int[])[0, 401]) Assert.Throws<ArgumentException>("validFor", () => ConformanceEvidence.Sign(run, Product, _key, TimeSpan.FromDays(days)));
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ArgumentException>("key", () => ConformanceEvidence.Sign(run, Product, other, TimeSpan.FromDays(30)));
    }

    public void Dispose() => _key.Dispose();

    private static string KeyId(byte[] evidence) => JsonElement.Parse(evidence).GetProperty("signatures")[0].GetProperty("keyid").GetString()!;

    private static Task<ConformanceRun> RunAsync(string text) =>
        new ConformanceRunner(new() { HashInputs = true, Time = new Day() }).RunAsync([TextInput.Of(text)], cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Day : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
