using Policing.Conformance.Targets;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>The SDK with one answer bent.</summary>
internal sealed class MutantTarget(Func<TargetQuestion, TargetAnswer, TargetAnswer> bend) : IConformanceTarget
{
    public static readonly ReferenceTarget Good = new(SyntheticSource.Produce, SyntheticSource.Types);

    public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => Good.DescribeAsync(cancellationToken);

    public async ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default) =>
        bend(question, await Good.AskAsync(question, cancellationToken));
}
