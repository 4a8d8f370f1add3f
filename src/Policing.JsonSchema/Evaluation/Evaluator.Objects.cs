using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Patterns;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Evaluation;

internal ref partial struct Evaluator<TMode>
{
    private bool CheckObject(SchemaNode node, ObjectRules rules, int at, int marks)
    {
        int count = _tape.Tokens[at].Length;
        bool ok = true;
        if (count < rules.MinProperties)
        {
            ok = Fail(node, "minProperties", at);
        }
        if (count > rules.MaxProperties)
        {
            ok = Fail(node, "maxProperties", at);
        }
        if (!ok && !TMode.Collects)
        {
            return false;
        }
        int top = _arena.Top;
        int seen = rules.Names is null ? MarkArena.None : _arena.Take(rules.Names.Count);
        ok &= CheckMembers(rules, at, seen, marks);
        if (seen != MarkArena.None && (ok || TMode.Collects))
        {
            ok &= CheckRequired(node, rules, at, seen);
            ok = (ok || TMode.Collects) && CheckDependentSchemas(rules, at, seen, marks) && ok;
        }
        _arena.GiveBack(top);
        return ok;
    }

    private bool CheckMembers(ObjectRules rules, int at, int seen, int marks)
    {
        bool ok = true;
        int name = at + 1;
        int count = _tape.Tokens[at].Length;
        for (int place = 0; place < count; place++)
        {
            if (!CheckMember(rules, name, place, seen, marks))
            {
                ok = false;
                if (!TMode.Collects)
                {
                    return false;
                }
            }
            name = _tape.Tokens[name + 1].Next;
        }
        return ok;
    }

    private bool CheckMember(ObjectRules rules, int name, int place, int seen, int marks)
    {
        bool ok = true;
        bool evaluated = false;
        if (rules.Index is not null && rules.Index.Find(_tape.Tokens[name].Code).Number is var number and >= 0)
        {
            _arena.Mark(seen, number);
            if (rules.Properties[number] is { } property)
            {
                evaluated = true;
                ok = CheckEdge(property, name + 1, MarkArena.None);
            }
        }
        if (rules.PatternProperties.Length > 0 && (ok || TMode.Collects))
        {
            ok &= CheckPatternProperties(rules, name, ref evaluated);
        }
        if (!evaluated && rules.AdditionalProperties is not null && (ok || TMode.Collects))
        {
            evaluated = true;
            ok &= CheckEdge(rules.AdditionalProperties, name + 1, MarkArena.None);
        }
        if (rules.PropertyNames is not null && (ok || TMode.Collects))
        {
            ok &= CheckEdge(rules.PropertyNames, name, MarkArena.None);
        }
        if (evaluated && marks != MarkArena.None)
        {
            _arena.Mark(marks, place);
        }
        return ok;
    }

    private bool CheckPatternProperties(ObjectRules rules, int name, ref bool evaluated)
    {
        bool ok = true;
        foreach ((PatternMatcher pattern, Edge schema) in rules.PatternProperties)
        {
            if (MatchesName(pattern, _tape.Tokens[name]))
            {
                evaluated = true;
                ok &= CheckEdge(schema, name + 1, MarkArena.None);
                if (!ok && !TMode.Collects)
                {
                    return false;
                }
            }
        }
        return ok;
    }

    private bool MatchesName(PatternMatcher pattern, in Token name)
    {
        ReadOnlySpan<byte> raw = _tape.Raw(name);
        return name.IsEscaped ? MatchesEscaped(pattern, raw) : IsMatch(pattern, raw);
    }

    private bool MatchesEscaped(PatternMatcher pattern, scoped ReadOnlySpan<byte> raw)
    {
        using UnescapedText text = new(raw, stackalloc byte[UnescapedText.StackBytes]);
        return IsMatch(pattern, text.Utf8);
    }

    private readonly bool CheckRequired(SchemaNode node, ObjectRules rules, int at, int seen)
    {
        bool ok = _arena.HasAll(seen, rules.Required) || FailMissing(node, "required", rules, rules.Required, at, seen);
        foreach ((int name, ulong[] required) in rules.DependentRequired)
        {
            if (_arena.IsMarked(seen, name) && !_arena.HasAll(seen, required))
            {
                ok = FailMissing(node, "dependentRequired", rules, required, at, seen);
            }
        }
        return ok;
    }

    private readonly bool FailMissing(SchemaNode node, string keyword, ObjectRules rules, ulong[] required, int at, int seen)
    {
        for (int name = 0; TMode.Collects && name < rules.Names!.Count; name++)
        {
            if ((required[name >> 6] & (1UL << name)) != 0 && !_arena.IsMarked(seen, name))
            {
                Fail(node, keyword, at, rules.Names.Text(name));
            }
        }
        return false;
    }

    private bool CheckDependentSchemas(ObjectRules rules, int at, int seen, int marks)
    {
        bool ok = true;
        foreach ((int name, Edge schema) in rules.DependentSchemas)
        {
            if (_arena.IsMarked(seen, name))
            {
                ok &= CheckEdge(schema, at, marks);
                if (!ok && !TMode.Collects)
                {
                    return false;
                }
            }
        }
        return ok;
    }
}
