namespace Policing.JsonSchema.Nodes;

/// <summary>The keywords that look at numbers.</summary>
internal sealed class NumberRules
{
    public NumberBound? Minimum { get; set; }

    public NumberBound? Maximum { get; set; }

    public NumberBound? ExclusiveMinimum { get; set; }

    public NumberBound? ExclusiveMaximum { get; set; }

    public Divisor? MultipleOf { get; set; }
}
