namespace Policing.JsonSchema.Nodes;

/// <summary>The schemas that are applied to the same value.</summary>
internal sealed class Branches
{
    public Edge? Ref { get; set; }

    public DynamicReference? DynamicRef { get; set; }

    public Edge[] AllOf { get; set; } = [];

    public Edge[] AnyOf { get; set; } = [];

    public Edge[] OneOf { get; set; } = [];

    public Edge? Not { get; set; }

    public Edge? If { get; set; }

    public Edge? Then { get; set; }

    public Edge? Else { get; set; }
}
