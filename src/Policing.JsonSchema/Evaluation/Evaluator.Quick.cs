using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

/// <summary>Objects in one pass, with a bit for each name: for verdicts, and for rules that say nothing of names by pattern.</summary>
internal ref partial struct Evaluator<TMode>
{
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
        int places = _places.Take(rules.Names!.Count);
        bool ok = CheckMembersQuickly(rules, at, marks, places, out ulong found) && HasRequired(rules, found) && MeetsConditions(rules, found, places);
        _places.GiveBack(places);
        return ok;
    }

    private const int None = -1;

    private bool CheckMembersQuickly(ObjectRules rules, int at, int marks, int places, out ulong seen)
    {
        seen = 0;
        int name = at + 1;
        int count = _tape.Tokens[at].Length;
        NameTable? names = rules.Names;
        for (int place = 0; place < count; place++)
        {
            Edge? schema = rules.AdditionalProperties;
            if (names is not null && names.Find(_tape, _tape.Tokens[name]) is var number and >= 0)
            {
                seen |= 1UL << number;
                schema = rules.Properties[number] ?? schema;
                if (places != None)
                {
                    _places.Set(places, number, name + 1);
                }
            }
            if (schema is not null)
            {
                if (!Check(schema.Node, name + 1, MarkArena.None))
                {
                    return false;
                }
                if (marks != MarkArena.None)
                {
                    _arena.Mark(marks, place);
                }
            }
            name = _tape.Tokens[name + 1].Next;
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
