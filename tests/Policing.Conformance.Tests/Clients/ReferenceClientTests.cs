using Policing.Conformance.Clients;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Tests.Clients;

/// <summary>What is right passes: the SDK's own client, and one made by hand.</summary>
public sealed class ReferenceClientTests
{
    [Fact]
    public async Task TheClientOfTheSdkMeetsEveryRequirement()
    {
        using ReferenceClient client = new();
        await PassesAsync(client);
    }

    [Fact]
    public Task AClientMadeByHandMeetsEveryRequirement() => PassesAsync(new HandmadeClient(Habit.None));

    private static async Task PassesAsync(IClientTarget client)
    {
        Requirement[] all = [.. RequirementSet.BuiltIn.All.Where(r => r.Target == RequirementTarget.Client && r.NotTested is null)];
        RequirementResult[] results = await SideBySide.JudgeAsync([.. all.Select(r => (client, r))], TestContext.Current.CancellationToken);
        Assert.Empty(results.Where(r => r.Status != ResultStatus.Passed).Select(r => $"{r.Requirement.Id} {r.Status} {string.Join(' ', r.Cases.Select(c => $"{c.Id} {c.Reason!.Code} {c.Pointer}"))}"));
        Assert.All(results, r => Assert.True(r.Judged > 0));
    }
}
