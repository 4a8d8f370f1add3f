using Policing.JsonSchema.Nodes;

namespace Policing.JsonSchema.Compilation;

/// <summary>
/// Finds schemas that apply themselves to the same value again, which would never end. A dynamic reference counts as leading to everywhere
/// that it can lead.
/// </summary>
internal static class CircleSearch
{
    public static void Refuse(IEnumerable<SchemaNode> nodes)
    {
        HashSet<SchemaNode> done = [];
        HashSet<SchemaNode> open = [];
        Stack<(SchemaNode Node, bool Leaves)> work = new();
        foreach (SchemaNode start in nodes)
        {
            work.Push((start, false));
            while (work.TryPop(out var step))
            {
                if (step.Leaves)
                {
                    open.Remove(step.Node);
                    done.Add(step.Node);
                    continue;
                }
                if (done.Contains(step.Node))
                {
                    continue;
                }
                if (!open.Add(step.Node))
                {
                    throw step.Node.Resource.Fault("The schema applies itself to the same value again, without end.", step.Node.Token);
                }
                work.Push((step.Node, true));
                foreach (SchemaNode next in AppliedToSameValue(step.Node))
                {
                    work.Push((next, false));
                }
            }
        }
    }

    private static IEnumerable<SchemaNode> AppliedToSameValue(SchemaNode node)
    {
        IEnumerable<Edge?> edges = node.Objects?.DependentSchemas.Select(entry => entry.Schema) ?? [];
        if (node.Branches is { } branches)
        {
            edges =
            [
                .. edges, branches.Ref, .. branches.AllOf, .. branches.AnyOf, .. branches.OneOf, branches.Not, branches.If, branches.Then, branches.Else,
                branches.DynamicRef?.Fallback, .. branches.DynamicRef?.Candidates ?? [],
            ];
        }
        return edges.OfType<Edge>().Select(edge => edge.Node).Distinct();
    }
}
