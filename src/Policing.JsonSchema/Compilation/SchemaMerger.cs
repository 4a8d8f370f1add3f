using System.Globalization;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>
/// Rewrites a schema for verdicts, which need not say where an error is: what <c>$ref</c> and <c>allOf</c> apply to the same value becomes one
/// schema, and what is unevaluated becomes what is additional where the names that can be evaluated are known beforehand.
/// </summary>
/// <remarks>What it does not know how to merge, it leaves as it is. Not for schemas with dynamic references.</remarks>
internal sealed class SchemaMerger
{
    private const int MostParts = 64;

    private readonly Dictionary<SchemaNode, int> _numbers = [];
    private readonly Dictionary<string, SchemaNode> _merged = new(StringComparer.Ordinal);
    private readonly Queue<Unfilled> _unfilled = new();
    private readonly List<SchemaNode> _filled = [];
    private readonly int _mostCombined;
    private int _combined;

    private SchemaMerger(int nodes) => _mostCombined = (4 * nodes) + 64;

    /// <param name="root">The schema.</param>
    /// <param name="nodes">How many schemas it consists of.</param>
    /// <param name="known">The names of all of them.</param>
    public static SchemaNode Merge(SchemaNode root, int nodes, NameTable known)
    {
        SchemaMerger merger = new(nodes);
        SchemaNode merged = merger.NodeOf(root);
        while (merger._unfilled.TryDequeue(out Unfilled? next))
        {
            merger.Fill(next.Target, next.Roots);
            merger._filled.Add(next.Target);
        }
        foreach (SchemaNode node in merger._filled)
        {
            ConditionBinder.Bind(node, known);
        }
        return merged;
    }

    /// <summary>One schema that holds where all of some hold; it may not be filled yet.</summary>
    private SchemaNode NodeOf(params SchemaNode[] roots)
    {
        roots = roots.Length == 1 ? roots : [.. roots.Distinct().Where(root => !root.IsEmpty).DefaultIfEmpty(roots[0])];
        string key = Key(roots);
        if (_merged.TryGetValue(key, out SchemaNode? node))
        {
            return node;
        }
        node = New(roots[0]);
        _merged.Add(key, node);
        // Schemas that refer to each other can be combined without end, or nearly.
        _combined += roots.Length > 1 ? 1 : 0;
        if (roots.Length > 1 && _combined > _mostCombined)
        {
            ApplyAll(node, roots);
            _filled.Add(node);
        }
        else
        {
            _unfilled.Enqueue(new(node, roots));
        }
        return node;
    }

    private string Key(SchemaNode[] roots)
    {
        if (roots.Length == 1)
        {
            return Number(roots[0]).ToString(CultureInfo.InvariantCulture);
        }
        int[] numbers = Array.ConvertAll(roots, Number);
        Array.Sort(numbers);
        return string.Join(',', Array.ConvertAll(numbers, number => number.ToString(CultureInfo.InvariantCulture)));
    }

    private int Number(SchemaNode node)
    {
        if (!_numbers.TryGetValue(node, out int number))
        {
            number = _numbers.Count;
            _numbers.Add(node, number);
        }
        return number;
    }

    private static SchemaNode New(SchemaNode like) => new(like.Resource, like.Token);

    private void Fill(SchemaNode target, SchemaNode[] roots)
    {
        List<SchemaNode>? parts = PartsOf(roots);
        if (parts?.Exists(part => part.Always is false) is true)
        {
            target.Always = false;
            target.Types = 0;
        }
        else if (parts is not null && CanMerge(parts, roots.Length == 1 ? roots[0] : null, out bool isClosed))
        {
            Merge(target, parts, isClosed ? roots[0].UnevaluatedProperties : null);
        }
        else if (roots.Length == 1)
        {
            Copy(target, roots[0]);
        }
        else
        {
            ApplyAll(target, roots);
        }
        target.SetEmpty();
    }

    /// <summary>Schemas with those that they apply to the same value whatever happens; null where those are many.</summary>
    private static List<SchemaNode>? PartsOf(SchemaNode[] roots)
    {
        List<SchemaNode> parts = [];
        Stack<SchemaNode> work = new();
        for (int last = roots.Length - 1; last >= 0; last--)
        {
            work.Push(roots[last]);
        }
        while (work.TryPop(out SchemaNode? node))
        {
            if (parts.Contains(node))
            {
                continue;
            }
            if (parts.Count == MostParts)
            {
                return null;
            }
            parts.Add(node);
            foreach (Edge edge in node.Branches?.Unconditional ?? [])
            {
                work.Push(edge.Node);
            }
        }
        return parts;
    }

    /// <param name="parts">What is to be merged.</param>
    /// <param name="root">The one schema that the others belong to, if there is one.</param>
    /// <param name="isClosed">Whether the root's <c>unevaluatedProperties</c> counts as <c>additionalProperties</c>.</param>
    private static bool CanMerge(List<SchemaNode> parts, SchemaNode? root, out bool isClosed)
    {
        isClosed = false;
        if (parts.Exists(part => part != root && (part.UnevaluatedItems is not null || part.UnevaluatedProperties is not null))
            || (parts.Exists(part => part.Objects?.PatternProperties.Length > 0) && parts.FindAll(part => part.Objects is not null).Count > 1))
        {
            return false;
        }
        if (root?.UnevaluatedProperties is null || parts.Exists(part => part.Objects?.AdditionalProperties is not null))
        {
            return true;
        }
        HashSet<string> known = new(StringComparer.Ordinal);
        HashSet<string> perhaps = new(StringComparer.Ordinal);
        isClosed = parts.TrueForAll(part => EvaluatedNames.TryAddOwn(part, known) && EvaluatedNames.TryAddConditional(part, perhaps))
            && perhaps.IsSubsetOf(known);
        return isClosed;
    }

    private void Merge(SchemaNode target, List<SchemaNode> parts, Edge? unevaluated)
    {
        foreach (SchemaNode part in parts)
        {
            target.Types &= part.Types;
            target.IntegersOnly |= part.IntegersOnly;
        }
        target.UnevaluatedItems = Map(parts[0].UnevaluatedItems);
        target.Objects = ObjectsOf(parts, unevaluated);
        List<SchemaNode> pieces = [target];
        foreach (SchemaNode part in parts)
        {
            Place(pieces, part.Enum, piece => piece.Enum, (piece, values) => piece.Enum = values);
            Place(pieces, part.Const, piece => piece.Const, (piece, values) => piece.Const = values);
            Place(pieces, part.Strings, piece => piece.Strings, (piece, rules) => piece.Strings = rules);
            Place(pieces, part.Numbers, piece => piece.Numbers, (piece, rules) => piece.Numbers = rules);
            Place(pieces, Map(part.Arrays), piece => piece.Arrays, (piece, rules) => piece.Arrays = rules);
            Place(pieces, ConditionsOf(part.Branches), piece => piece.Branches, (piece, branches) => piece.Branches = branches);
        }
        if (pieces.Count > 1)
        {
            target.Branches ??= new Branches();
            pieces.RemoveAt(0);
            target.Branches.AllOf = [.. pieces.ConvertAll(piece => new Edge(piece, "/allOf"))];
            _filled.AddRange(pieces);
        }
    }

    /// <summary>Puts keywords into the first piece that has none of the kind, at last a new one.</summary>
    private static void Place<T>(List<SchemaNode> pieces, T? keywords, Func<SchemaNode, T?> get, Action<SchemaNode, T> set)
        where T : class
    {
        if (keywords is null)
        {
            return;
        }
        SchemaNode? piece = pieces.Find(piece => get(piece) is null);
        if (piece is null)
        {
            pieces.Add(piece = New(pieces[0]));
        }
        set(piece, keywords);
    }

    private ObjectRules? ObjectsOf(List<SchemaNode> parts, Edge? unevaluated)
    {
        ObjectRules[] all = [.. parts.Select(part => part.Objects).OfType<ObjectRules>()];
        if (all.Length == 0)
        {
            return unevaluated is null ? null : new ObjectRules { AdditionalProperties = Map(unevaluated) };
        }
        NameNumbers names = new();
        List<string> required = [];
        ObjectRules merged = new();
        foreach (ObjectRules rules in all)
        {
            merged.MinProperties = Math.Max(merged.MinProperties, rules.MinProperties);
            merged.MaxProperties = Math.Min(merged.MaxProperties, rules.MaxProperties);
            foreach (string name in rules.NameTexts)
            {
                names.Of(name);
            }
            required.AddRange(rules.NamesOf(rules.Required));
        }
        merged.Names = names.Table();
        merged.Properties = [.. names.Texts.ConvertAll(name => PropertyOf(all, name))];
        merged.Required = names.Set(required);
        AddDependents(merged, all, names);
        merged.AdditionalProperties = Map(unevaluated) ?? Map(Array.ConvertAll(all, rules => rules.AdditionalProperties));
        merged.PropertyNames = Map(Array.ConvertAll(all, rules => rules.PropertyNames));
        return merged;
    }

    // Few schemas have these, and what has none should not pay for the code.
    private void AddDependents(ObjectRules merged, ObjectRules[] all, NameNumbers names)
    {
        if (Array.Exists(all, rules => rules.DependentRequired.Length > 0))
        {
            merged.DependentRequired =
            [
                .. all.SelectMany(rules => rules.DependentRequired.Select(
                    entry => (names.Of(rules.Names!.Text(entry.Name)), names.Set(rules.NamesOf(entry.Required))))),
            ];
        }
        if (Array.Exists(all, rules => rules.DependentSchemas.Length > 0))
        {
            merged.DependentSchemas = [.. all.SelectMany(rules => rules.DependentSchemas.Select(entry => (names.Of(rules.Names!.Text(entry.Name)), Map(entry.Schema)!)))];
        }
        if (Array.Exists(all, rules => rules.PatternProperties.Length > 0))
        {
            merged.PatternProperties = [.. all.SelectMany(rules => rules.PatternProperties).Select(entry => (entry.Pattern, Map(entry.Schema)!))];
        }
    }

    /// <summary>What the member of a name must meet: with several rules, the name that one does not know is additional to it.</summary>
    private Edge? PropertyOf(ObjectRules[] all, string name) => all.Length == 1
        ? Map(all[0].Property(name))
        : Map(Array.ConvertAll(all, rules => rules.Property(name) ?? rules.AdditionalProperties));

    private Edge? Map(Edge? edge) => edge is null ? null : edge with { Node = NodeOf(edge.Node) };

    private Edge? Map(Edge?[] edges)
    {
        Edge[] given = [.. edges.OfType<Edge>()];
        return given.Length == 0 ? null : given[0] with { Node = NodeOf(Array.ConvertAll(given, edge => edge.Node)) };
    }

    private Edge[] MapEach(Edge[] edges) => Array.ConvertAll(edges, edge => Map(edge)!);

    private ArrayRules? Map(ArrayRules? rules) => rules is null ? null : new ArrayRules
    {
        MinItems = rules.MinItems,
        MaxItems = rules.MaxItems,
        UniqueItems = rules.UniqueItems,
        PrefixItems = MapEach(rules.PrefixItems),
        Items = Map(rules.Items),
        Contains = Map(rules.Contains),
        MinContains = rules.MinContains,
        MaxContains = rules.MaxContains,
    };

    /// <summary>The branches that apply only if something holds; null for none.</summary>
    private Branches? ConditionsOf(Branches? branches) => branches is null or { AnyOf: [], OneOf: [], Not: null, If: null } ? null : new Branches
    {
        AnyOf = MapEach(branches.AnyOf),
        OneOf = MapEach(branches.OneOf),
        Not = Map(branches.Not),
        If = Map(branches.If),
        Then = Map(branches.Then),
        Else = Map(branches.Else),
    };

    /// <summary>As it is, but all that it leads to rewritten.</summary>
    private void Copy(SchemaNode target, SchemaNode node)
    {
        target.Types = node.Types;
        target.IntegersOnly = node.IntegersOnly;
        target.Enum = node.Enum;
        target.Const = node.Const;
        target.Strings = node.Strings;
        target.Numbers = node.Numbers;
        target.Arrays = Map(node.Arrays);
        target.Objects = ObjectsOf([node], null);
        target.UnevaluatedItems = Map(node.UnevaluatedItems);
        target.UnevaluatedProperties = Map(node.UnevaluatedProperties);
        if (node.Branches is { } branches)
        {
            target.Branches = ConditionsOf(branches) ?? new Branches();
            target.Branches.AllOf = MapEach([.. branches.Unconditional]);
        }
    }

    private void ApplyAll(SchemaNode target, SchemaNode[] roots) =>
        target.Branches = new Branches { AllOf = Array.ConvertAll(roots, root => new Edge(NodeOf(root), "/allOf")) };

    /// <summary>A schema that is yet to be filled from others.</summary>
    private sealed record Unfilled(SchemaNode Target, SchemaNode[] Roots);
}
