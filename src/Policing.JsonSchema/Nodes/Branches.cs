namespace Policing.JsonSchema.Nodes;

/// <summary>The schemas that are applied to the same value.</summary>
internal sealed class Branches
{
    public Edge? Ref { get; set; }

    public DynamicReference? DynamicRef { get; set; }

    public Edge[] AllOf { get; set; } = [];

    public Edge[] AnyOf { get; set; } = [];

    public Edge[] OneOf { get; set; } = [];

    /// <summary>How a value chooses among <see cref="AnyOf"/>, where it does.</summary>
    public Discriminator? AnyOfBy { get; set; }

    /// <summary>How a value chooses among <see cref="OneOf"/>, where it does.</summary>
    public Discriminator? OneOfBy { get; set; }

    public Edge? Not { get; set; }

    public Edge? If { get; set; }

    public Edge? Then { get; set; }

    public Edge? Else { get; set; }

    /// <summary>What applies whatever happens, as long as no reference is truly dynamic.</summary>
    public IEnumerable<Edge> Unconditional
    {
        get
        {
            if (Ref is not null)
            {
                yield return Ref;
            }
            if (DynamicRef?.Fallback is { } fallback)
            {
                yield return fallback;
            }
            foreach (Edge edge in AllOf)
            {
                yield return edge;
            }
        }
    }

    public Branches Copy() => (Branches)MemberwiseClone();
}
