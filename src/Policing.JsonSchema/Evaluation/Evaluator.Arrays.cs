using System.Buffers;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

internal ref partial struct Evaluator<TMode>
{
    /// <summary>Up to so many items are compared each with each; of more, first their hashes.</summary>
    private const int FewItems = 8;

    private bool CheckArray(SchemaNode node, ArrayRules rules, int at, int marks)
    {
        int count = _tape.Tokens[at].Length;
        bool ok = true;
        if (count < rules.MinItems)
        {
            ok = Fail(node, "minItems", at);
        }
        if (count > rules.MaxItems)
        {
            ok = Fail(node, "maxItems", at);
        }
        if (!ok && !TMode.Collects)
        {
            return false;
        }
        ok &= CheckItems(rules, at, marks);
        if (rules.Contains is not null && (ok || TMode.Collects))
        {
            ok &= CheckContains(node, rules, rules.Contains, at, marks);
        }
        if (rules.UniqueItems && (ok || TMode.Collects) && HasEqualItems(at))
        {
            ok = Fail(node, "uniqueItems", at);
        }
        return ok;
    }

    private bool CheckItems(ArrayRules rules, int at, int marks)
    {
        bool ok = true;
        int item = at + 1;
        int count = _tape.Tokens[at].Length;
        int checkedItems = rules.Items is null ? Math.Min(rules.PrefixItems.Length, count) : count;
        for (int place = 0; place < checkedItems; place++)
        {
            Edge schema = place < rules.PrefixItems.Length ? rules.PrefixItems[place] : rules.Items!;
            if (!CheckEdge(schema, item, MarkArena.None))
            {
                ok = false;
                if (!TMode.Collects)
                {
                    return false;
                }
            }
            if (marks != MarkArena.None)
            {
                _arena.Mark(marks, place);
            }
            item = _tape.Tokens[item].Next;
        }
        return ok;
    }

    private bool CheckContains(SchemaNode node, ArrayRules rules, Edge contains, int at, int marks)
    {
        int found = 0;
        int item = at + 1;
        int count = _tape.Tokens[at].Length;
        for (int place = 0; place < count; place++)
        {
            if (Holds(contains, item, MarkArena.None))
            {
                found++;
                if (marks != MarkArena.None)
                {
                    _arena.Mark(marks, place);
                }
                else if (found >= rules.MinContains && rules.MaxContains == int.MaxValue)
                {
                    return true;
                }
            }
            item = _tape.Tokens[item].Next;
        }
        if (found < rules.MinContains)
        {
            return Fail(node, rules.MinContains == 1 ? "contains" : "minContains", at);
        }
        return found <= rules.MaxContains || Fail(node, "maxContains", at);
    }

    private readonly bool HasEqualItems(int at) => _tape.Tokens[at].Length <= FewItems ? HasEqualFew(at) : HasEqualMany(at);

    private readonly bool HasEqualFew(int at)
    {
        int end = _tape.Tokens[at].Next;
        for (int first = at + 1; first < end; first = _tape.Tokens[first].Next)
        {
            for (int second = _tape.Tokens[first].Next; second < end; second = _tape.Tokens[second].Next)
            {
                if (JsonEquality.Same(_tape, first, _tape, second))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private readonly bool HasEqualMany(int at)
    {
        int count = _tape.Tokens[at].Length;
        ulong[] entries = ArrayPool<ulong>.Shared.Rent(count);
        int item = at + 1;
        for (int place = 0; place < count; place++)
        {
            entries[place] = ((ulong)(uint)SeededHash.OfValue(_tape, item) << 32) | (uint)item;
            item = _tape.Tokens[item].Next;
        }
        Span<ulong> sorted = entries.AsSpan(0, count);
        sorted.Sort();
        bool found = HasEqualNeighbours(sorted);
        ArrayPool<ulong>.Shared.Return(entries);
        return found;
    }

    private readonly bool HasEqualNeighbours(ReadOnlySpan<ulong> sorted)
    {
        for (int first = 0; first < sorted.Length; first++)
        {
            for (int next = first + 1; next < sorted.Length && sorted[next] >> 32 == sorted[first] >> 32; next++)
            {
                if (JsonEquality.Same(_tape, (int)(uint)sorted[first], _tape, (int)(uint)sorted[next]))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
