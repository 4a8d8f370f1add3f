using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.Conformance.Waivers;

namespace Policing.Conformance.Tests.Running;

public sealed class VerdictTests
{
    private const string Good = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}]}""";
    private const string Future = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"reportedAt":"2999-01-01"}""";
    private const string UnknownCode = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"sex":"Q-77"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ConformanceRun> RunAsync(string text, ConformanceOptions? options = null) => new ConformanceRunner(options).RunAsync([TextInput.Of(text)], cancellationToken: Cancel);

    [Fact]
    public async Task AGoodDocumentIsConformantAndWhatWasNotThereIsNotJudged()
    {
        ConformanceRun run = await RunAsync(Good);
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
        Assert.Equal(1, run.Records);
        Assert.Contains(run.Results, r => r.Status == ResultStatus.NotJudged && r.Requirement.Cases[0] == "schema-cases/crime.json");
        Assert.Contains(run.Results, r => r.Status == ResultStatus.Passed && r.Requirement.Cases[0] == "schema-cases/person.json");
    }

    [Fact]
    public async Task AMustDecidesAndAShouldDoesNot()
    {
        ConformanceRun bad = await RunAsync(Future);
        Assert.Equal(ConformanceVerdict.NotConformant, bad.Verdict);
        RequirementResult breach = Assert.Single(bad.Results, r => r.IsBreach);
        Assert.Equal(("PSDK-RUL-0006", "/reportedAt", 1L), (breach.Requirement.Id, breach.Places[0].Pointer, breach.Places[0].Line));
        ConformanceRun warned = await RunAsync(UnknownCode);
        Assert.Equal(ConformanceVerdict.Conformant, warned.Verdict);
        Assert.Single(warned.Results, r => r.Status == ResultStatus.Failed && r.Requirement.Id == "PSDK-COD-0001");
    }

    [Fact]
    public async Task NothingJudgedIsNotConformant()
    {
        Assert.Equal(ConformanceVerdict.NotConformant, (await new ConformanceRunner().RunAsync([], cancellationToken: Cancel)).Verdict);
        Assert.Equal(ConformanceVerdict.NotConformant, (await new ConformanceRunner().RunAsync(new Fixed(TargetAnswer.Taken), Cancel)).Verdict);
    }

    [Fact]
    public async Task RecordsOfUnknownTypesAloneShowNothing()
    {
        ConformanceRun run = await RunAsync("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"drone-flight","modelVersion":"1.0"}""");
        Assert.Equal((ConformanceVerdict.NotConformant, 0), (run.Verdict, run.Count(ResultStatus.Passed)));
    }

    [Fact]
    public async Task AWaiverCountsUntilItsDayAndNeverInAFullRun()
    {
        WaiverList waivers = WaiverList.Read("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"records team","reason":"clock","expires":"2027-05-31"}]}"""u8);
        async Task<ConformanceVerdict> On(string day, bool full = false) =>
            (await RunAsync(Future, new() { Waivers = waivers, Full = full, Time = new Day(DateOnly.Parse(day)) })).Verdict;
        Assert.Equal(ConformanceVerdict.ConformantWithWaivers, await On("2027-05-31"));
        Assert.Equal(ConformanceVerdict.NotConformant, await On("2027-06-01"));
        Assert.Equal(ConformanceVerdict.NotConformant, await On("2027-05-31", full: true));
    }

    [Fact]
    public async Task ASkipIsNoPass()
    {
        ConformanceRun run = await new ConformanceRunner().RunAsync(new Fixed(TargetAnswer.Skipped, TargetOperation.Accept), Cancel);
        Assert.Equal(ConformanceVerdict.NotConformant, run.Verdict);
        Assert.All(run.Results.Where(r => r.Requirement.JudgedBy.AsSpan().Contains("accept")), r => Assert.True(r.Status == ResultStatus.Skipped && r.IsBreach));
        Assert.All(run.Results.Where(r => r.Requirement.JudgedBy.AsSpan().Contains("change")), r => Assert.Equal(ResultStatus.NotClaimed, r.Status));
    }

    [Fact]
    public async Task ASetIsJudgedAsASet()
    {
        ConformanceRun run = await new ConformanceRunner().RunAsync([TextInput.Of(Good + "\n" + Good, isLines: true)], cancellationToken: Cancel);
        Assert.Contains(run.Results, r => r.Requirement.Id == "PSDK-RUL-0014" && r.Status == ResultStatus.Failed);
    }

    [Fact]
    public async Task WhatIsKeptOfPlacesIsBoundedAndAllAreCounted()
    {
        string lines = string.Join('\n', Enumerable.Repeat(Future, 100));
        RequirementResult result = (await new ConformanceRunner(new() { MaxPlaces = 3 }).RunAsync([TextInput.Of(lines, isLines: true)], cancellationToken: Cancel)).Results.Single(r => r.Requirement.Id == "PSDK-RUL-0006");
        Assert.Equal((100L, 3), (result.Failures, result.Places.Count));
    }

    private sealed class Day(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }

    private sealed class Fixed(TargetAnswer answer, params TargetOperation[] operations) : IConformanceTarget
    {
        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new TargetDescription { Operations = [.. operations] });

        public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default) => ValueTask.FromResult(answer);
    }
}
