using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

// The short ways of verdicts: what most schemas ask, without what only some need.
internal ref partial struct Evaluator<TMode>
{
    private const int None = -1;

    private bool CheckQuickly(SchemaNode node, int at, int marks)
    {
        TokenKind kind = _tape.Tokens[at].Kind;
        if ((node.Types & SchemaNode.Bit(kind)) == 0)
        {
            return false;
        }
        switch (kind)
        {
            case TokenKind.String when node.Branches is null:
                return (node.Strings is null || CheckString(node, node.Strings, at))
                    && (node.Const is null || node.Const.Has(_tape, at))
                    && (node.Enum is null || node.Enum.Has(_tape, at));
            case TokenKind.Object when node.QuickObjects is { } rules:
                return Descend() && CheckObjectQuickly(rules, at, marks) && CheckBranches(node, at, marks) && Ascend();
            case TokenKind.Array when node.QuickArrays is { } rules:
                return Descend() && CheckArrayQuickly(rules, at, marks) && CheckBranches(node, at, marks) && Ascend();
            default:
                return CheckDeep(node, at, marks);
        }
    }

    private bool CheckArrayQuickly(ArrayRules rules, int at, int marks)
    {
        int count = _tape.Tokens[at].Length;
        if (count < rules.MinItems || count > rules.MaxItems)
        {
            return false;
        }
        if (rules.Items is not null)
        {
            SchemaNode schema = rules.Items.Node;
            int item = at + 1;
            for (int left = count; left > 0; left--)
            {
                if (!Check(schema, item, MarkArena.None))
                {
                    return false;
                }
                item = _tape.Tokens[item].Next;
            }
            if (marks != MarkArena.None)
            {
                _arena.MarkAll(marks, count);
            }
        }
        return !rules.UniqueItems || count < 2 || !HasEqualItems(at);
    }

    /// <summary>Objects in one pass, with a bit for each name: for rules that say nothing of names by pattern.</summary>
    private bool CheckObjectQuickly(ObjectRules rules, int at, int marks)
    {
        int count = _tape.Tokens[at].Length;
        if (count < rules.MinProperties || count > rules.MaxProperties)
        {
            return false;
        }
        if (rules.Conditions.Length == 0)
        {
            return CheckMembersQuickly(rules, at, marks, None, out ulong seen) && HasRequired(rules, seen);
        }
        int places = _places.Take(rules.Names?.Count ?? 0);
        bool ok = CheckMembersQuickly(rules, at, marks, places, out ulong found) && HasRequired(rules, found) && MeetsConditions(rules, found, places);
        _places.GiveBack(places);
        return ok;
    }

    private bool CheckMembersQuickly(ObjectRules rules, int at, int marks, int places, out ulong seen)
    {
        seen = 0;
        ReadOnlySpan<Token> tokens = _tape.Tokens;
        int name = at + 1;
        int count = tokens[at].Length;
        NameIndex? names = rules.Index;
        SchemaNode? additional = rules.AdditionalProperties?.Node;
        for (int place = 0; place < count; place++)
        {
            SchemaNode? schema = additional;
            if (names is not null)
            {
                ref readonly NameIndex.Slot slot = ref names.Find(tokens[name].Code);
                if (slot.Number >= 0)
                {
                    seen |= 1UL << slot.Number;
                    schema = slot.Schema;
                    if (places != None)
                    {
                        _places.Set(places, slot.Number, name + 1);
                    }
                }
            }
            if (schema is not null)
            {
                if (!Check(schema, name + 1, MarkArena.None))
                {
                    return false;
                }
                if (marks != MarkArena.None)
                {
                    _arena.Mark(marks, place);
                }
            }
            name = tokens[name + 1].Next;
        }
        return true;
    }

    private static bool HasRequired(ObjectRules rules, ulong seen)
    {
        if (rules.Required.Length > 0 && (rules.Required[0] & ~seen) != 0)
        {
            return false;
        }
        foreach ((int name, ulong[] required) in rules.DependentRequired)
        {
            if ((seen & (1UL << name)) != 0 && (required[0] & ~seen) != 0)
            {
                return false;
            }
        }
        return true;
    }

    private bool MeetsConditions(ObjectRules rules, ulong seen, int places)
    {
        foreach (MemberCondition condition in rules.Conditions)
        {
            if (condition.If is not null ? !MeetsIf(condition, seen, places) : !MeetsCount(condition, seen, places))
            {
                return false;
            }
        }
        return true;
    }

    private bool MeetsIf(MemberCondition condition, ulong seen, int places)
    {
        MemberTest? next = Holds(condition.If!, seen, places) ? condition.Then : condition.Else;
        return next is null || Holds(next, seen, places);
    }

    private bool MeetsCount(MemberCondition condition, ulong seen, int places)
    {
        int held = 0;
        foreach (MemberTest test in condition.Branches)
        {
            held += Holds(test, seen, places) ? 1 : 0;
            if (held > condition.Most)
            {
                return false;
            }
            if (held >= condition.Least && condition.Most == condition.Branches.Length)
            {
                return true;
            }
        }
        return held >= condition.Least;
    }

    private bool Holds(MemberTest test, ulong seen, int places)
    {
        if ((test.Required & ~seen) != 0)
        {
            return false;
        }
        foreach ((int name, SchemaNode schema) in test.Members)
        {
            if ((seen & (1UL << name)) != 0 && !Check(schema, _places.Get(places, name), MarkArena.None))
            {
                return false;
            }
        }
        return true;
    }
}
