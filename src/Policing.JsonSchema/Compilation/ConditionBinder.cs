using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Finds the conditions of a merged schema that need not go through the object again, and the branches that a value chooses.</summary>
internal static class ConditionBinder
{
    private const int MostNames = 64;

    public static void Bind(SchemaNode node, NameTable known)
    {
        if (node.Branches is { } branches)
        {
            // Of other values than objects, conditions on members say something else; and only the quick way answers what is bound.
            if (node.HasQuickObjects && node.Types == SchemaNode.Bit(TokenKind.Object))
            {
                BindConditions(node.Objects!, branches);
            }
            BindChoices(branches, known);
            if (branches is { Ref: null, DynamicRef: null, AllOf: [], AnyOf: [], OneOf: [], Not: null, If: null })
            {
                node.Branches = null;
            }
        }
        node.Objects?.SetIndex(known);
        node.SetQuick();
    }

    /// <summary>Finds the values that choose among branches: then only the chosen one is looked at, and only its errors are told.</summary>
    public static void BindChoices(Branches branches, NameTable known)
    {
        branches.AnyOfBy = Discriminate(branches.AnyOf, known);
        branches.OneOfBy = Discriminate(branches.OneOf, known);
    }

    private static void BindConditions(ObjectRules rules, Branches branches)
    {
        List<MemberCondition> conditions = [];
        List<Edge> rest = [];
        foreach (Edge edge in branches.AllOf)
        {
            // What merging has put aside may hold nothing but conditions. It may be used elsewhere, so that only a copy is taken apart.
            if (edge.Node is { Branches: { AllOf: [], Ref: null } more } piece && IsBranchesOnly(piece) && TryTake(rules, more.Copy(), conditions))
            {
                continue;
            }
            rest.Add(edge);
        }
        branches.AllOf = [.. rest];
        TryTake(rules, branches, conditions);
        rules.Conditions = [.. conditions];
    }

    private static bool IsBranchesOnly(SchemaNode node) => node is
    {
        Types: SchemaNode.AllTypes, Enum: null, Const: null, Strings: null, Numbers: null, Arrays: null, Objects: null,
        UnevaluatedItems: null, UnevaluatedProperties: null,
    };

    /// <summary>Takes the conditions that can be bound out of the branches. True: no other condition is left there.</summary>
    private static bool TryTake(ObjectRules rules, Branches branches, List<MemberCondition> conditions)
    {
        if (branches.If is { } test && TryTest(rules, test, out MemberTest? first) && TryTest(rules, branches.Then, out MemberTest? then)
            && TryTest(rules, branches.Else, out MemberTest? otherwise))
        {
            conditions.Add(new MemberCondition { If = first, Then = then, Else = otherwise });
            branches.If = branches.Then = branches.Else = null;
        }
        if (branches.AnyOf.Length > 0 && TryTests(rules, branches.AnyOf, out MemberTest[] any))
        {
            conditions.Add(new MemberCondition { Branches = any, Least = 1, Most = any.Length });
            branches.AnyOf = [];
        }
        if (branches.OneOf.Length > 0 && TryTests(rules, branches.OneOf, out MemberTest[] one))
        {
            conditions.Add(new MemberCondition { Branches = one, Least = 1, Most = 1 });
            branches.OneOf = [];
        }
        if (branches.Not is { } not && TryTest(rules, not, out MemberTest? never))
        {
            conditions.Add(new MemberCondition { Branches = [never!], Least = 0, Most = 0 });
            branches.Not = null;
        }
        return branches is { AnyOf: [], OneOf: [], Not: null, If: null };
    }

    private static bool TryTests(ObjectRules rules, Edge[] edges, out MemberTest[] tests)
    {
        List<MemberTest> all = [];
        foreach (Edge edge in edges)
        {
            if (!TryTest(rules, edge, out MemberTest? test))
            {
                tests = [];
                return false;
            }
            all.Add(test!);
        }
        tests = [.. all];
        return true;
    }

    private static bool TryTest(ObjectRules rules, Edge? edge, out MemberTest? test)
    {
        test = null;
        if (edge is null)
        {
            return true;
        }
        if (edge.Node.IsEmpty)
        {
            test = new MemberTest(0, []);
            return true;
        }
        if (!AsksForMembersOnly(edge.Node) || !TryNumbers(rules, edge.Node.Objects!, out int[] numbers))
        {
            return false;
        }
        ObjectRules asked = edge.Node.Objects!;
        ulong required = asked.NamesOf(asked.Required).Aggregate(0UL, (bits, name) => bits | (1UL << rules.Number(name)));
        test = new MemberTest(required, [.. numbers.Select((number, place) => (number, asked.Properties[place]?.Node!)).Where(entry => entry.Item2 is not null)]);
        return true;
    }

    private static bool AsksForMembersOnly(SchemaNode node) =>
        (node.Types & SchemaNode.Bit(TokenKind.Object)) != 0
        && node is { Enum: null, Const: null, Branches: null, UnevaluatedProperties: null }
        && node.Objects is
        {
            MinProperties: 0, MaxProperties: int.MaxValue, DependentRequired: [], DependentSchemas: [], PatternProperties: [], AdditionalProperties: null,
            PropertyNames: null, Conditions: [],
        };

    /// <summary>The numbers that the names of a test have around it. False: there are too many, or the test evaluates one that nobody else does.</summary>
    private static bool TryNumbers(ObjectRules rules, ObjectRules asked, out int[] numbers)
    {
        string[] names = [.. asked.NameTexts];
        numbers = [];
        if (names.Where((name, place) => asked.Properties[place] is not null && rules.Property(name) is null).Any())
        {
            return false;
        }
        string[] unknown = [.. names.Where(name => rules.Number(name) < 0)];
        if ((rules.Names?.Count ?? 0) + unknown.Length > MostNames)
        {
            return false;
        }
        rules.AddNames(unknown);
        numbers = [.. names.Select(rules.Number)];
        return true;
    }

    /// <summary>How a value chooses among branches; null where none does.</summary>
    private static Discriminator? Discriminate(Edge[] edges, NameTable known)
    {
        if (edges.Length < 2 || ObjectsOf(edges[0]) is not { } first)
        {
            return null;
        }
        return first.NameTexts.Select(name => DiscriminateBy(name, edges, known)).FirstOrDefault(found => found is not null);
    }

    private static Discriminator? DiscriminateBy(string name, Edge[] edges, NameTable known)
    {
        List<byte[]> values = [];
        List<Edge> branch = [];
        foreach (Edge edge in edges)
        {
            SchemaNode? member = ObjectsOf(edge)?.Property(name)?.Node;
            if ((member?.Const ?? member?.Enum) is not { HasStringsOnly: true } set)
            {
                return null;
            }
            values.AddRange(set.Strings);
            branch.AddRange(Enumerable.Repeat(edge, set.Strings.Count));
        }
        bool isUnique = values.Select(System.Text.Encoding.UTF8.GetString).Distinct(StringComparer.Ordinal).Count() == values.Count;
        return isUnique ? new Discriminator(known.Find(System.Text.Encoding.UTF8.GetBytes(name)), new NameTable(values), [.. branch]) : null;
    }

    // A branch is often no more than a reference. That references do not go round in circles has been seen to.
    private static ObjectRules? ObjectsOf(Edge edge)
    {
        SchemaNode node = edge.Node;
        while (node is { Objects: null, Branches.Ref: { } next })
        {
            node = next.Node;
        }
        return node.Objects;
    }
}
