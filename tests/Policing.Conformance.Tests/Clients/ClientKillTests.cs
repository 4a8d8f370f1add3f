using Policing.Conformance.Clients;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Tests.Clients;

/// <summary>Each wrong client is caught by the named case for the stated reason, and no requirement of clients is without one.</summary>
public sealed class ClientKillTests
{
    private static readonly IReadOnlyList<Requirement> All = [.. RequirementSet.BuiltIn.All.Where(r => r.Target == RequirementTarget.Client)];

    // All of them once, some side by side: most of it is waiting.
    private static readonly Lazy<Task<RequirementResult[]>> Results = new(static () =>
        SideBySide.JudgeAsync([.. ClientMutants.All.Select(m => ((IClientTarget)new HandmadeClient(m.Habit), RequirementSet.BuiltIn.Find(m.Requirement)!))], CancellationToken.None));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, ClientMutants.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task AWrongClientIsCaughtByTheNamedCaseForTheStatedReason(int number)
    {
        ClientMutant mutant = ClientMutants.All[number];
        RequirementResult result = (await Results.Value)[number];
        Assert.Equal(ResultStatus.Failed, result.Status);
        Assert.Contains($"{mutant.Requirement}/{mutant.Case} {mutant.Reason}", result.Cases.Select(c => $"{c.Id} {c.Reason!.Code}"));
    }

    [Fact]
    public void EveryRequirementThatIsJudgedHasCasesOfTheOperationsThatItNamesAndAMutant()
    {
        string[] judged = [.. All.Where(r => r.NotTested is null).Select(r => r.Id)];
        Assert.Empty(judged.Except(ClientMutants.All.Select(m => m.Requirement), StringComparer.Ordinal));
        Assert.Equal(judged.Order(StringComparer.Ordinal), ClientCaseBook.Ids.Order(StringComparer.Ordinal));
        Assert.All(All.Where(r => r.NotTested is null), r =>
        {
            IReadOnlyList<ClientCase> cases = ClientCaseBook.Of(r);
            Assert.Equal(cases.Count, cases.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(r.JudgedBy.AsEnumerable().Order(StringComparer.Ordinal), cases.Select(c => ClientMessages.Name(c.Operation)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        });
    }
}
