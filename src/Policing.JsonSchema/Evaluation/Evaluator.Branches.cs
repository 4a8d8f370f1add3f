using System.Runtime.CompilerServices;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

internal ref partial struct Evaluator<TMode>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CheckBranches(SchemaNode node, int at, int marks) =>
        node.Branches is null || CheckBranches(node, node.Branches, at, marks);

    private bool CheckBranches(SchemaNode node, Branches branches, int at, int marks)
    {
        bool ok = branches.Ref is null || CheckEdge(branches.Ref, at, marks);
        if (branches.DynamicRef is not null && (ok || TMode.Collects))
        {
            ok &= CheckEdge(_scope.Resolve(branches.DynamicRef), at, marks);
        }
        foreach (Edge edge in branches.AllOf)
        {
            if (!ok && !TMode.Collects)
            {
                return false;
            }
            ok &= CheckEdge(edge, at, marks);
        }
        if (branches.AnyOf.Length > 0 && (ok || TMode.Collects))
        {
            ok &= branches.AnyOfBy is { } by && TryChoose(by, at, out Edge? chosen)
                ? CheckChosen(node, "anyOf", chosen, at, marks)
                : CheckAnyOf(node, branches.AnyOf, at, marks);
        }
        if (branches.OneOf.Length > 0 && (ok || TMode.Collects))
        {
            ok &= branches.OneOfBy is { } by && TryChoose(by, at, out Edge? chosen)
                ? CheckChosen(node, "oneOf", chosen, at, marks)
                : CheckOneOf(node, branches.OneOf, at, marks);
        }
        if (branches.Not is not null && (ok || TMode.Collects) && Holds(branches.Not, at, MarkArena.None))
        {
            ok = Fail(node, "not", at);
        }
        if (branches.If is not null && (ok || TMode.Collects))
        {
            Edge? next = HoldsMarking(branches.If, at, marks) ? branches.Then : branches.Else;
            ok &= next is null || CheckEdge(next, at, marks);
        }
        return ok;
    }

    /// <summary>Finds the one branch that can hold, by a value of an object; null for none. False: the value does not say.</summary>
    private readonly bool TryChoose(Discriminator by, int at, out Edge? branch)
    {
        branch = null;
        ref readonly Token container = ref _tape.Tokens[at];
        int name = at + 1;
        for (int left = container.Kind is TokenKind.Object ? container.Length : 0; left > 0; left--)
        {
            if (_tape.Tokens[name].Code == by.Member)
            {
                ref readonly Token value = ref _tape.Tokens[name + 1];
                int number = value.Kind is TokenKind.String ? by.Values.Find(_tape, value) : -1;
                branch = number < 0 ? null : by.Branch[number];
                return true;
            }
            name = _tape.Tokens[name + 1].Next;
        }
        return false;
    }

    private bool CheckChosen(SchemaNode node, string keyword, Edge? chosen, int at, int marks)
    {
        if (chosen is not null && CheckEdge(chosen, at, marks))
        {
            return true;
        }
        _marksLost = true;
        return Fail(node, keyword, at);
    }

    private bool CheckAnyOf(SchemaNode node, Edge[] edges, int at, int marks)
    {
        var mark = Mark();
        bool ok = false;
        foreach (Edge edge in edges)
        {
            ok |= CheckMarking(edge, at, marks);
            if (ok && marks == MarkArena.None)
            {
                break;
            }
        }
        if (!ok)
        {
            _marksLost = true;
            return Fail(node, "anyOf", at);
        }
        TakeBack(mark);
        return true;
    }

    private bool CheckOneOf(SchemaNode node, Edge[] edges, int at, int marks)
    {
        var mark = Mark();
        int held = 0;
        foreach (Edge edge in edges)
        {
            held += CheckMarking(edge, at, marks) ? 1 : 0;
            if (held > 1)
            {
                break;
            }
        }
        if (held == 0)
        {
            _marksLost = true;
            return Fail(node, "oneOf", at);
        }
        TakeBack(mark);
        return held == 1 || Fail(node, "oneOf", at);
    }

    /// <summary>Checks a branch that may fail without harm: its marks count only if it holds.</summary>
    private bool CheckMarking(Edge edge, int at, int marks)
    {
        if (marks == MarkArena.None)
        {
            return CheckEdge(edge, at, MarkArena.None);
        }
        int top = _arena.Top;
        int count = _tape.Tokens[at].Length;
        int own = _arena.Take(count);
        bool ok = CheckEdge(edge, at, own);
        if (ok)
        {
            _arena.Join(own, marks, count);
        }
        _arena.GiveBack(top);
        return ok;
    }

    /// <summary>Whether a schema holds, without its errors and marks.</summary>
    private bool Holds(Edge edge, int at, int marks)
    {
        var mark = Mark();
        bool ok = CheckEdge(edge, at, marks);
        TakeBack(mark);
        return ok;
    }

    private bool HoldsMarking(Edge edge, int at, int marks)
    {
        var mark = Mark();
        bool ok = CheckMarking(edge, at, marks);
        TakeBack(mark);
        return ok;
    }

    private readonly (int Kept, long Count) Mark() => TMode.Collects ? _collector!.Mark() : default;

    private readonly void TakeBack((int Kept, long Count) mark)
    {
        if (TMode.Collects)
        {
            _collector!.TakeBack(mark);
        }
    }
}
