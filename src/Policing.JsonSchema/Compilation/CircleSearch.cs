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
        Stack<SchemaNode?> work = new();
        foreach (SchemaNode start in nodes)
        {
            work.Push(start);
            while (work.TryPop(out SchemaNode? step))
            {
                if (step is null)
                {
                    // What is below the mark has been gone through with all that it leads to.
                    SchemaNode left = work.Pop()!;
                    open.Remove(left);
                    done.Add(left);
                    continue;
                }
                if (done.Contains(step))
                {
                    continue;
                }
                if (!open.Add(step))
                {
                    throw step.Resource.Fault("The schema applies itself to the same value again, without end.", step.Token);
                }
                work.Push(step);
                work.Push(null);
                PushAppliedToSameValue(step, work);
            }
        }
    }

    private static void PushAppliedToSameValue(SchemaNode node, Stack<SchemaNode?> work)
    {
        for (int at = 0; at < (node.Objects?.DependentSchemas.Length ?? 0); at++)
        {
            work.Push(node.Objects!.DependentSchemas[at].Schema.Node);
        }
        if (node.Branches is not { } branches)
        {
            return;
        }
        Push(work, branches.Ref);
        Push(work, branches.AllOf);
        Push(work, branches.AnyOf);
        Push(work, branches.OneOf);
        Push(work, branches.Not, branches.If, branches.Then, branches.Else, branches.DynamicRef?.Fallback);
        Push(work, branches.DynamicRef?.Candidates ?? []);
    }

    private static void Push(Stack<SchemaNode?> work, params ReadOnlySpan<Edge?> edges)
    {
        foreach (Edge? edge in edges)
        {
            if (edge is not null)
            {
                work.Push(edge.Node);
            }
        }
    }
}
