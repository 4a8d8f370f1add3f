using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>The counts of a file in the making.</summary>
internal sealed class FeatureCounts
{
    private readonly long[] counts = new long[Enum.GetValues<SyntheticFeature>().Length];

    public void Add(SyntheticFeature feature) => counts[(int)feature]++;

    public ImmutableArray<long> ToImmutable() => [.. counts];
}
