using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Xunit;

namespace Policing.Conformance.Xunit;

/// <summary>
/// The requirements for programs that read and write as theories of xunit.v3. Inherit it, give it your reader and writer, and each requirement is a test: a MUST that is not
/// met fails; what you do not claim, and a SHOULD that is not met, is skipped with the reason. A product that checks documents too inherits <see cref="CheckerTheories"/>.
/// </summary>
public abstract class ConformanceTheories
{
    /// <summary>The ids of the requirements for programs that read and write.</summary>
    public static TheoryData<string> Requirements { get; } = [.. IdsOf(isCheck: false)];

    /// <summary>Makes the program under test; it is asked for one for each requirement, and disposed of where it can be.</summary>
    protected abstract IConformanceTarget CreateTarget();

    /// <summary>Asks the cases of one requirement.</summary>
    /// <param name="requirement">The requirement's id.</param>
    [Theory]
    [MemberData(nameof(Requirements))]
    public Task RequirementIsMetAsync(string requirement) => AskAsync(requirement);

    /// <summary>Holds the target to what this class asks: a claim that no test of it looks at would be no claim.</summary>
    [Fact]
    public async Task WhatIsClaimedIsAskedAsync()
    {
        IConformanceTarget target = CreateTarget();
        try
        {
            TargetDescription description = await target.DescribeAsync(TestContext.Current.CancellationToken).ConfigureAwait(true);
            Assert.False(this is not CheckerTheories && description.Operations.AsSpan().Contains(TargetOperation.Check), "The target claims the operation 'check', and this class does not ask it. Do: inherit CheckerTheories.");
        }
        finally
        {
            await EndAsync(target).ConfigureAwait(true);
        }
    }

    private protected static IEnumerable<string> IdsOf(bool isCheck) =>
        RequirementSet.BuiltIn.All.Where(r => CaseBook.Of(r).Any(c => c.Question.Operation == TargetOperation.Check == isCheck)).Select(r => r.Id);

    private protected async Task AskAsync(string requirement)
    {
        IConformanceTarget target = CreateTarget();
        try
        {
            RequirementResult result = await new ConformanceRunner().RunAsync(target, RequirementSet.BuiltIn.Find(requirement)!, TestContext.Current.CancellationToken).ConfigureAwait(true);
            Report(result);
        }
        finally
        {
            await EndAsync(target).ConfigureAwait(true);
        }
    }

    private static async ValueTask EndAsync(IConformanceTarget target)
    {
        if (target is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(true);
        else (target as IDisposable)?.Dispose();
    }

    private static void Report(RequirementResult result)
    {
        Assert.SkipWhen(result.Status is ResultStatus.NotClaimed or ResultStatus.NotJudged, result.Why ?? "");
        string text = Text(result);
        Assert.SkipWhen(result.IsUnmet && !result.IsBreach, text);
        Assert.False(result.IsBreach, text);
    }

    private static string Text(RequirementResult result) => string.Join('\n',
    [
        FormattableString.Invariant($"{result.Requirement.Id} {result.Requirement.Level.ToString().ToUpperInvariant()}: {result.Requirement.Text} {result.Failures} of {result.Judged} not met."),
        $"Do: {result.Requirement.Hint} From: {result.Requirement.Clause}.",
        .. result.Cases.Select(c => $"{c.Id} ({c.About}) at '{c.Pointer}': {c.Reason!.Text} {c.Reason.Hint}"),
    ]);
}
