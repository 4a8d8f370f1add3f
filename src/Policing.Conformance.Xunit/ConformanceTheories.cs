using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Xunit;

namespace Policing.Conformance.Xunit;

/// <summary>
/// The requirements for programs as theories of xunit.v3. Inherit it, give it your reader and writer, and each requirement is a test: a MUST that is not
/// met fails; what you do not claim, and a SHOULD that is not met, is skipped with the reason.
/// </summary>
public abstract class ConformanceTheories
{
    /// <summary>The ids of the requirements for programs.</summary>
    public static TheoryData<string> Requirements { get; } =
        [.. RequirementSet.BuiltIn.All.Where(r => CaseBook.Of(r).Count > 0).Select(r => r.Id)];

    /// <summary>Makes the program under test; it is asked for one for each requirement, and disposed of where it can be.</summary>
    protected abstract IConformanceTarget CreateTarget();

    /// <summary>Asks the cases of one requirement.</summary>
    /// <param name="requirement">The requirement's id.</param>
    [Theory]
    [MemberData(nameof(Requirements))]
    public async Task RequirementIsMetAsync(string requirement)
    {
        IConformanceTarget target = CreateTarget();
        try
        {
            RequirementResult result = await new ConformanceRunner().RunAsync(target, RequirementSet.BuiltIn.Find(requirement)!, TestContext.Current.CancellationToken).ConfigureAwait(true);
            Report(result);
        }
        finally
        {
            if (target is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(true);
            else (target as IDisposable)?.Dispose();
        }
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
