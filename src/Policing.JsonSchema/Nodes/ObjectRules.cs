using Policing.JsonSchema.Patterns;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>The keywords that look at objects. Names that keywords name have numbers from 0, and sets of them are bits.</summary>
internal sealed class ObjectRules
{
    public int MinProperties { get; set; }

    public int MaxProperties { get; set; } = int.MaxValue;

    /// <summary>The names of this schema's <c>properties</c>, <c>required</c>, <c>dependentRequired</c> and <c>dependentSchemas</c>.</summary>
    public NameTable? Names { get; set; }

    /// <summary>By the number of the name; null where <c>properties</c> has no such name.</summary>
    public Edge?[] Properties { get; set; } = [];

    /// <summary>A bit for each name; as many words as the names need.</summary>
    public ulong[] Required { get; set; } = [];

    public (int Name, ulong[] Required)[] DependentRequired { get; set; } = [];

    public (int Name, Edge Schema)[] DependentSchemas { get; set; } = [];

    public (PatternMatcher Pattern, Edge Schema)[] PatternProperties { get; set; } = [];

    public Edge? AdditionalProperties { get; set; }

    public Edge? PropertyNames { get; set; }
}
