namespace Policing.Testing;

/// <summary>Labels with their weights, drawn in proportion.</summary>
internal sealed class Weighted
{
    private readonly int[] ceilings;
    private readonly string[] labels;

    public Weighted(params ReadOnlySpan<(string Label, int Weight)> items)
    {
        ceilings = new int[items.Length];
        labels = new string[items.Length];
        var total = 0;
        for (var i = 0; i < items.Length; i++)
        {
            total += items[i].Weight;
            ceilings[i] = total;
            labels[i] = items[i].Label;
        }
    }

    public ReadOnlySpan<string> Labels => labels;

    public string Draw(ref SyntheticRandom random)
    {
        var drawn = random.Below(ceilings[^1]);
        var index = 0;
        while (ceilings[index] <= drawn)
        {
            index++;
        }

        return labels[index];
    }

    /// <summary>A label other than the given one, each as likely as the others.</summary>
    public string DrawOther(ref SyntheticRandom random, string label)
    {
        var own = Array.IndexOf(labels, label);
        return labels[(own + 1 + random.Below(labels.Length - 1)) % labels.Length];
    }
}
