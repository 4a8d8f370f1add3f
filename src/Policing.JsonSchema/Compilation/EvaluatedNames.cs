using Policing.JsonSchema.Nodes;

namespace Policing.JsonSchema.Compilation;

/// <summary>The names of members that a schema evaluates, as far as the schema alone tells them.</summary>
internal static class EvaluatedNames
{
    /// <summary>Adds the names that a schema evaluates by its own keywords. False: they are more than can be named.</summary>
    public static bool TryAddOwn(SchemaNode node, HashSet<string> names)
    {
        if (node.Objects is not { } rules)
        {
            return true;
        }
        names.UnionWith(rules.NameTexts.Where(name => rules.Property(name) is not null));
        return rules is { AdditionalProperties: null, PatternProperties: [] };
    }

    /// <summary>Adds the names that a schema may evaluate through branches that need not hold. False: they are more than can be named.</summary>
    public static bool TryAddConditional(SchemaNode node, HashSet<string> names)
    {
        HashSet<SchemaNode> seen = [];
        Stack<SchemaNode> work = new(Conditional(node));
        while (work.TryPop(out SchemaNode? next))
        {
            if (!seen.Add(next))
            {
                continue;
            }
            if (next.UnevaluatedProperties is not null || !TryAddOwn(next, names))
            {
                return false;
            }
            foreach (SchemaNode further in Conditional(next).Concat(Unconditional(next)))
            {
                work.Push(further);
            }
        }
        return true;
    }

    private static IEnumerable<SchemaNode> Conditional(SchemaNode node)
    {
        IEnumerable<Edge?> edges = node.Objects?.DependentSchemas.Select(entry => entry.Schema) ?? [];
        if (node.Branches is { } branches)
        {
            edges = [.. edges, .. branches.AnyOf, .. branches.OneOf, branches.If, branches.Then, branches.Else];
        }
        return edges.OfType<Edge>().Select(edge => edge.Node);
    }

    private static IEnumerable<SchemaNode> Unconditional(SchemaNode node) =>
        node.Branches is { } branches ? branches.Unconditional.Select(edge => edge.Node) : [];
}
