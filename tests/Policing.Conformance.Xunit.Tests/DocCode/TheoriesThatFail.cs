using Policing.Conformance.Targets;
using Xunit.Sdk;

namespace Policing.Conformance.Xunit.Tests.DocCode;

/// <summary>The theories fail, skip and clean up as the page says.</summary>
public sealed class TheoriesThatFail
{
    [Fact]
    public async Task AMustThatIsNotMetFailsWithReasonPlaceAndRemedy()
    {
        Refusing target = new();
        XunitException trouble = await Assert.ThrowsAnyAsync<XunitException>(() => new Theories(target).RequirementIsMetAsync("PSDK-CON-0102"));
        Assert.Contains("PSDK-CON-0102 MUST", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("PSDK-CON-0102/at-top", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("Do: ", trouble.Message, StringComparison.Ordinal);
        Assert.True(target.IsDisposed);
    }

    [Theory]
    [InlineData("PSDK-CON-0115")]
    [InlineData("PSDK-PRO-0001")]
    public async Task AShouldThatIsNotMetAndWhatIsNotClaimedAreSkipped(string requirement)
    {
        Exception trouble = await Assert.ThrowsAnyAsync<Exception>(() => new Theories(new Refusing()).RequirementIsMetAsync(requirement));
        Assert.StartsWith("$XunitDynamicSkip$", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRequirementOfProgramsIsATheoryAndNoOther()
    {
        string[] readers = [.. ConformanceTheories.Requirements.Select(r => r.Data)], checkers = [.. CheckerTheories.CheckerRequirements.Select(r => r.Data)], ids = [.. readers, .. checkers];
        Assert.True(readers.Length > 40 && checkers.Length > 200);
        Assert.Empty(readers.Intersect(checkers, StringComparer.Ordinal));
        Assert.DoesNotContain(ids, id => id.StartsWith("PSDK-SRV-", StringComparison.Ordinal) || id.StartsWith("PSDK-CMP-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AClaimThatNoTestLooksAtFails()
    {
        XunitException trouble = await Assert.ThrowsAnyAsync<XunitException>(new Theories(new ReferenceTarget()).WhatIsClaimedIsAskedAsync);
        Assert.Contains("inherit CheckerTheories", trouble.Message, StringComparison.Ordinal);
        await new Theories(new Refusing()).WhatIsClaimedIsAskedAsync();
    }

    // Not inherited by a public class, or the runner would take it for tests.
    private sealed class Theories(IConformanceTarget target) : ConformanceTheories
    {
        protected override IConformanceTarget CreateTarget() => target;
    }

    private sealed class Refusing : IConformanceTarget, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new TargetDescription { Operations = [TargetOperation.Accept, TargetOperation.RoundTrip] });

        public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default) => ValueTask.FromResult(TargetAnswer.Refused);

        public void Dispose() => IsDisposed = true;
    }
}
