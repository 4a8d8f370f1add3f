using Policing.DataModel.Json;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>Every rule is caused by some document, and that document causes nothing else of weight.</summary>
public sealed class RuleCorpusTests
{
    private static readonly PolicingValidator Validator = new(new ValidationOptions { Time = new Clock() });

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RuleCase.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADocumentCausesItsFindingAndNoOther(int index)
    {
        RuleCase @case = RuleCase.All[index];
        byte[] text = JsonText.Utf8(@case.Json);
        ReadResult read = Validator.Read(text);
        Finding[] weighty = [.. read.Report.Findings.Where(f => f.Severity > Severity.Information || f.Rule == @case.Rule)];
        Assert.Equal([(@case.Rule, @case.Pointer)], weighty.Select(f => (f.Rule, f.Pointer)));
        Assert.Equal(@case.Rule.Severity != Severity.Error, read.Report.IsValid);
        Assert.All(weighty, f => Assert.True(f.Line == 1 && f.Column > 0));
        if (read.Record is null) return;
        Assert.True(JsonText.SameNormalised(text, PoliceJson.Write(read.Record)));

        // In memory the codes and rules find the same, without lines.
        IEnumerable<(FindingRule, string, long)> later = read.Report.Findings.Where(f => IsLater(f.Rule)).Select(f => (f.Rule, f.Pointer, 0L));
        ValidationReport inMemory = Validator.Validate(read.Record);
        Assert.Equal(
            later.OrderBy(f => f.Item1.Id, StringComparer.Ordinal),
            inMemory.Findings.Where(f => IsLater(f.Rule)).Select(f => (f.Rule, f.Pointer, f.Line)).OrderBy(f => f.Rule.Id, StringComparer.Ordinal));

        // The schema judges what would be written: nulls and empty collections are gone, and what the reader alone says of a text it says too.
        Assert.Equal(read.Report.IsValid || IsMended(@case), inMemory.IsValid);
    }

    private static bool IsMended(RuleCase @case) =>
        (@case.Rule == FindingRules.SchemaKind || @case.Rule == FindingRules.SchemaEmpty) && @case.Pointer is "/sex" or "/names/0/given";

    private static bool IsLater(FindingRule rule) =>
        !(rule.Id.StartsWith("PSDK-JSON", StringComparison.Ordinal) || rule.Id.StartsWith("PSDK-SCH", StringComparison.Ordinal)) || rule == FindingRules.OtherMajor || rule == FindingRules.LaterMinor || rule == FindingRules.MustUnderstand;

    [Fact]
    public void EveryRuleHasACase()
    {
        // That a document is of another type depends on who asks; and the last of the schema is for what no other stage foresaw.
        FindingRule[] asked = [FindingRules.OtherType, FindingRules.SchemaRefused];
        Assert.Equal(FindingRules.All.Select(r => r.Id).Order(StringComparer.Ordinal), RuleCase.All.Select(c => c.Rule).Concat(asked).Distinct().Select(r => r.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("not-personal", 0)]
    [InlineData("uk-gdpr", 1)]
    public void WhatIsNotPersonalDataNeedsNoController(string regime, int found)
    {
        ReadResult read = Validator.Read(JsonText.Utf8($$"""{{{RuleCase.Id}},"type":"crime","modelVersion":"1.0","collection":{"regime":"{{regime}}"} }"""));
        Assert.Equal(found, read.Report.Findings.Count(f => f.Rule == FindingRules.NoController));
    }

    [Fact]
    public void AskingForAnotherTypeIsAFindingToo()
    {
        ReadResult read = Validator.Read("""{"type":"person","id":"CANARY"}"""u8);
        PoliceJsonException thrown = Assert.Throws<PoliceJsonException>(() => read.As<Crime>());
        Assert.Same(FindingRules.OtherType, thrown.Report.Findings[^1].Rule);
        Assert.DoesNotContain("CANARY", thrown.ToString());
    }

    [Fact]
    public void BelowTheLeastSeverityNothingIsSaid()
    {
        foreach (Severity least in (Severity[])[Severity.Information, Severity.Warning, Severity.Error])
        {
            PolicingValidator validator = new(new ValidationOptions { Time = new Clock(), Least = least });
            foreach (RuleCase @case in RuleCase.All)
            {
                ValidationReport report = validator.Validate(JsonText.Utf8(@case.Json));
                Assert.All(report.Findings, f => Assert.True(f.Severity >= least));
                Assert.Equal(@case.Rule.Severity >= least, report.Findings.Any(f => f.Rule == @case.Rule));
            }
        }
    }

    [Fact]
    public void AGoodRecordHasNoFinding()
    {
        string json = RuleCase.All.First(c => c.Rule == FindingRules.SchemaClosed).Json.Replace(",\"x\":1", "", StringComparison.Ordinal);
        Assert.Empty(Validator.Validate(JsonText.Utf8(json)).Findings);
        ValidationReport understood = new PolicingValidator(new ValidationOptions { UnderstoodExtensions = new HashSet<string> { "https://example.org/x" } })
            .Validate(JsonText.Utf8(RuleCase.All.Single(c => c.Rule == FindingRules.MustUnderstand).Json));
        Assert.Empty(understood.Findings);
    }

    [Fact]
    public async Task AStreamIsValidatedAsItsBytesAre()
    {
        foreach (RuleCase @case in RuleCase.All.Where(c => c.Json.Length < 10_000))
        {
            using TrickleStream stream = new(JsonText.Utf8(@case.Json), 7);
            Assert.Equal(Validator.Validate(JsonText.Utf8(@case.Json)), await Validator.ValidateAsync(stream, TestContext.Current.CancellationToken));
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => RuleCase.Today;
    }
}
