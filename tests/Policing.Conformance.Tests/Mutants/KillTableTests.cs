using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Servers;
using Policing.Conformance.Tests.Clients;
using Policing.Conformance.Tests.Servers;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>The kit catches what is wrong: each mutant by the named case and for the stated reason; and no requirement is without a mutant.</summary>
public sealed class KillTableTests
{
    private static readonly IReadOnlyList<Mutant> Mutants = [.. ProgramMutants.All, .. CheckerMutants.All];
    private static readonly IReadOnlyList<Requirement> Schemas = [.. RequirementSet.BuiltIn.All.Where(r => r.Id.StartsWith("PSDK-STR-", StringComparison.Ordinal))];

    // All of them once; the table and the tests read the same.
    private static readonly Lazy<IReadOnlyDictionary<string, (int Dropped, string[] Unseen)>> Dropped = new(static () =>
    {
        ConcurrentDictionary<string, (int, string[])> found = new(StringComparer.Ordinal);
        Parallel.ForEach(Schemas, requirement =>
        {
            (string Pointer, bool IsCaught)[] mutants = [.. SchemaMutants.Of(requirement)];
            found[requirement.Id] = (mutants.Length, [.. mutants.Where(m => !m.IsCaught).Select(m => $"{requirement.Id} {m.Pointer}")]);
        });
        return found;
    });

    private static readonly IReadOnlyList<(ServerMutant Mutant, string Requirement)> Servers =
        [.. from mutant in ServerMutants.All select (mutant, RequirementSet.BuiltIn.All.Single(r => r.Target == RequirementTarget.Server && ServerCaseBook.KeyOf(r) == mutant.Key).Id)];

    // A set that has everything, and for each gap the same without what the gap asks for.
    private static readonly Lazy<Task<IReadOnlyDictionary<string, bool>>> Gaps = new(GapMutants.AllAsync);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Mutants.Count)];

    [Fact]
    public async Task TheSdkItselfIsConformant()
    {
        ConformanceRun run = await new ConformanceRunner().RunAsync(MutantTarget.Good, TestContext.Current.CancellationToken);
        Assert.Empty(run.Results.Where(r => r.IsUnmet).Select(r => $"{r.Requirement.Id} {string.Join(' ', r.Cases.Select(c => $"{c.Id} {c.Reason!.Code} {c.Pointer}"))}"));
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task AMutantIsCaughtByTheNamedCaseForTheStatedReason(int number)
    {
        Mutant mutant = Mutants[number];
        RequirementResult result = await new ConformanceRunner().RunAsync(mutant.Target, RequirementSet.BuiltIn.Find(mutant.Requirement)!, TestContext.Current.CancellationToken);
        Assert.Equal(ResultStatus.Failed, result.Status);
        Assert.Contains($"{mutant.Requirement}/{mutant.Case} {mutant.Reason}", result.Cases.Select(c => $"{c.Id} {c.Reason!.Code}"));
    }

    [Fact]
    public async Task EveryRequirementThatIsJudgedHasAMutant()
    {
        HashSet<string> withMutant = [.. Mutants.Select(m => m.Requirement), .. Schemas.Select(s => s.Id), .. (await Gaps.Value).Keys, .. Servers.Select(s => s.Requirement), .. ClientMutants.All.Select(c => c.Requirement)];
        Assert.Empty(RequirementSet.BuiltIn.All.Where(r => r.NotTested is null).Select(r => r.Id).Except(withMutant, StringComparer.Ordinal));
    }

    [Fact]
    public void NoKeywordOfAStrictSchemaCanBeDroppedUnseen()
    {
        Assert.Empty(Dropped.Value.Values.SelectMany(d => d.Unseen));
        Assert.All(Schemas, s => Assert.Contains(FormattableString.Invariant($"all {Dropped.Value[s.Id].Dropped} keywords"), s.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsTakenOutOfAWholeSetIsMissedByTheRequirementOfThatName()
    {
        Assert.Empty((await Gaps.Value).Where(g => !g.Value).Select(g => g.Key));
        Assert.Empty((await GapMutants.WholeAsync()).Results.Where(r => DocumentJudge.IsGap(r.Requirement) && r.IsUnmet).Select(r => r.Requirement.Id));
    }

    [Fact]
    public async Task TheKillTableIsUpToDate()
    {
        string path = Path.Combine(SourceTree.Root, "docs/conformance/kill-table.md");
        string table = Table(await Gaps.Value);
        if (Environment.GetEnvironmentVariable("PSDK_APPROVE") == "1") File.WriteAllText(path, table);
        Assert.Equal(table, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static string Table(IReadOnlyDictionary<string, bool> gaps)
    {
        StringBuilder page = new("""
            # What the kit catches

            Written by KillTableTests of tests/Policing.Conformance.Tests (`PSDK_APPROVE=1`), which fail when a mutant is not caught, or a requirement has none.

            A mutant is a program that is wrong in one way, on purpose. The case is the one that must catch it, the reason the one that it must give; others may
            catch it too. [The requirements](requirements.md).

            ## Programs that read and write

            | requirement | mutant | case | reason |
            | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        Append(page, ProgramMutants.All);
        page.Append("\n## Servers\n\nWhat shows that these are caught is ServerKillTests, over HTTP.\n\n| requirement | call | mutant | case | reason |\n| --- | --- | --- | --- | --- |\n");
        foreach ((ServerMutant mutant, string requirement) in Servers.OrderBy(s => s.Requirement, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| {requirement} | {mutant.Key.Split('/')[0]} | {mutant.Name} | {mutant.Case} | {mutant.Reason} |\n");
        page.Append("\n## Clients\n\nWhat shows that these are caught is ClientKillTests, against the kit's host.\n\n| requirement | mutant | case | reason |\n| --- | --- | --- | --- |\n");
        foreach (ClientMutant mutant in ClientMutants.All) page.Append(CultureInfo.InvariantCulture, $"| {mutant.Requirement} | {mutant.Name} | {mutant.Case} | {mutant.Reason} |\n");
        page.Append("\n## Programs that check: rules\n\n| requirement | mutant | case | reason |\n| --- | --- | --- | --- |\n");
        Append(page, CheckerMutants.All);
        page.Append("\n## Programs that check: schemas\n\nEach keyword of each strict schema is dropped in turn, and each name of 'required', member of 'properties' and branch of 'anyOf'.\n\n| requirement | schema | keywords dropped | caught |\n| --- | --- | --- | --- |\n");
        foreach (Requirement schema in Schemas)
        {
            (int dropped, string[] unseen) = Dropped.Value[schema.Id];
            page.Append(CultureInfo.InvariantCulture, $"| {schema.Id} | {schema.Clause} | {dropped} | {dropped - unseen.Length} |\n");
        }

        page.Append("\n## Documents: completeness\n\nOut of a set that has all that the POLE profiles ask for, what each gap asks for is taken in turn.\n\n| entity | gaps | caught |\n| --- | --- | --- |\n");
        foreach (IGrouping<string, KeyValuePair<string, bool>> entity in gaps.OrderBy(g => g.Key, StringComparer.Ordinal).GroupBy(g => g.Key.Split('-')[2]))
            page.Append(CultureInfo.InvariantCulture, $"| {entity.Key} | {entity.Count()} | {entity.Count(g => g.Value)} |\n");
        return page.ToString();
    }

    private static void Append(StringBuilder page, IEnumerable<Mutant> mutants)
    {
        foreach (Mutant mutant in mutants) page.Append(CultureInfo.InvariantCulture, $"| {mutant.Requirement} | {mutant.Name} | {mutant.Case} | {mutant.Reason} |\n");
    }
}
