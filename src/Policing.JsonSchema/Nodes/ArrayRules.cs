namespace Policing.JsonSchema.Nodes;

/// <summary>The keywords that look at arrays.</summary>
internal sealed class ArrayRules
{
    public int MinItems { get; set; }

    public int MaxItems { get; set; } = int.MaxValue;

    public bool UniqueItems { get; set; }

    public Edge[] PrefixItems { get; set; } = [];

    public Edge? Items { get; set; }

    public Edge? Contains { get; set; }

    public int MinContains { get; set; } = 1;

    public int MaxContains { get; set; } = int.MaxValue;
}
