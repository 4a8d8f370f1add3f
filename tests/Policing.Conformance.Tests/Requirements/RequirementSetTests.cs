using System.Text.RegularExpressions;
using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Tests.Running;
using Policing.DataModel.Completeness;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;
using Policing.JsonSchema;

namespace Policing.Conformance.Tests.Requirements;

/// <summary>The requirements cover the contract, and each is judged by something.</summary>
public sealed class RequirementSetTests
{
    private static readonly IReadOnlyList<Requirement> All = RequirementSet.BuiltIn.All;

    public static TheoryData<string> OnDocuments => [.. All.Where(r => r.JudgedBy.AsSpan().Contains("documents")).Select(r => r.Id)];

    [Fact]
    public void EveryRuleAndEveryStrictSchemaIsOne()
    {
        Assert.Empty(FindingRules.All.Select(r => r.Id).Except(All.Select(r => r.Id), StringComparer.Ordinal));
        Assert.Equal(CompletenessProfiles.Pole.Rules.Select(r => r.Id).Order(StringComparer.Ordinal), All.Where(DocumentJudge.IsGap).Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            SchemaSet.BuiltIn.Strict.Keys.Select(name => $"schema-cases/{name}.json").Order(StringComparer.Ordinal),
            All.Where(r => r.Id.StartsWith("PSDK-STR-", StringComparison.Ordinal)).Select(r => r.Cases[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EachHasWhatAReaderNeeds()
    {
        Assert.Equal(All.Count, All.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(All, r =>
        {
            Assert.Matches(new Regex("^PSDK-((JSON|SCH|COD|RUL|STR|CON|PRO|SRV|CLI)-[0-9]{4}|CMP-[A-Z][0-9]{3}-[A-Z0-9-]+)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), r.Id);
            Assert.All((string[])[r.Text, r.Hint, r.Clause, r.Capability], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.True(r.JudgedBy.IsEmpty == r.NotTested is not null, r.Id);
        });
    }

    [Fact]
    public void EachThatIsJudgedHasCasesOfItsOwnAndNoCaseIsWithoutOne()
    {
        Assert.All(All.Where(r => r.NotTested is null && !DocumentJudge.IsGap(r) && r.Target is not (RequirementTarget.Server or RequirementTarget.Client)), r =>
        {
            IReadOnlyList<ConformanceCase> cases = CaseBook.Of(r);
            Assert.NotEmpty(cases);
            Assert.All(cases, c => Assert.StartsWith(r.Id + "/", c.Id, StringComparison.Ordinal));
            Assert.Equal(cases.Count, cases.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
            Assert.Single(cases.Select(c => c.Question.Operation).Distinct());
        });
    }

    [Fact]
    public void TheFileMeetsItsSchema() => Assert.True(Schema("requirements").IsValid(File.ReadAllBytes(Path.Combine(SourceTree.Root, "schemas/conformance/requirements.json"))));

    /// <summary>A document that breaks the requirement is caught by it, at the place that the corpora name.</summary>
    [Theory]
    [MemberData(nameof(OnDocuments))]
    public async Task ADocumentThatBreaksItIsCaught(string id)
    {
        Requirement requirement = RequirementSet.BuiltIn.Find(id)!;
        byte[] document = DocumentJudge.SchemaType(requirement) is { Length: > 0 } type ? WithStranger(type) : CorpusFiles.Bytes(requirement.Cases[0]);
        ConformanceOptions options = new() { Time = new Day(CorpusFiles.Today) };
        ConformanceRun run = await new ConformanceRunner(options).RunAsync([TextInput.Of(document)], cancellationToken: TestContext.Current.CancellationToken);
        RequirementResult result = run.Results.Single(r => r.Requirement.Id == id);
        Assert.Equal(ResultStatus.Failed, result.Status);
        Assert.NotEmpty(result.Places);
        Assert.Equal(requirement.Level == RequirementLevel.Must, result.IsBreach);
    }

    internal static CompiledSchema Schema(string name) => CompiledSchema.Compile(File.ReadAllBytes(Path.Combine(SourceTree.Root, $"schemas/conformance/1.0/{name}.schema.json")), new SchemaOptions());

    private static byte[] WithStranger(string type) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"{{type}}","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"stranger":1}""");

    private sealed class Day(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
