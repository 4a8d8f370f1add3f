using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>Numbers from ranges with weights: first a range in proportion, then a number of it, each as likely as the others. Whole numbers only, so the same everywhere.</summary>
internal sealed class Distribution
{
    private readonly int[] ceilings;

    public Distribution(params ReadOnlySpan<(int From, int To, int Weight)> ranges)
    {
        Ranges = [.. ranges];
        ceilings = new int[ranges.Length];
        var total = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            total += ranges[i].Weight;
            ceilings[i] = total;
        }
    }

    /// <summary>The ranges, both ends in, with their weights.</summary>
    public ImmutableArray<(int From, int To, int Weight)> Ranges { get; }

    /// <summary>The sum of the weights.</summary>
    public int Total => ceilings[^1];

    public int Draw(ref SyntheticRandom random)
    {
        var drawn = random.Below(Total);
        var range = 0;
        while (ceilings[range] <= drawn)
        {
            range++;
        }

        var (from, to, _) = Ranges[range];
        return from + random.Below(to - from + 1);
    }
}
