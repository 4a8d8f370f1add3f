using Policing.JsonSchema.Formats;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Patterns;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Digests the keywords of one schema.</summary>
internal sealed class NodeBuilder(SchemaCompiler compiler, SchemaOptions options, SchemaNode node, Vocabularies vocabularies)
{
    private readonly JsonText _text = node.Resource.Text;
    private readonly SchemaResource _resource = node.Resource;

    /// <summary>The values of the keywords that count here.</summary>
    private readonly Dictionary<string, int> _keywords = new(StringComparer.Ordinal);

    public void Fill()
    {
        if (_text.Kind(node.Token) is not TokenKind.Object)
        {
            node.Always = _text.Kind(node.Token) is TokenKind.True;
            node.IsEmpty = node.Always.Value;
            node.Types = node.IsEmpty ? SchemaNode.AllTypes : 0;
            return;
        }
        ReadKeywords();
        node.Types = Types();
        node.Enum = Find("enum", out int values) ? new ValueSet(_text, [.. _text.Items(values)]) : null;
        node.Const = Find("const", out int only) ? new ValueSet(_text, [only]) : null;
        node.Strings = Strings();
        node.Numbers = Numbers();
        node.Arrays = Arrays();
        node.Objects = Objects();
        node.Branches = BranchesOf();
        AddUnevaluated();
        node.SetEmpty();
    }

    /// <summary>Where no branch can evaluate anything, what is unevaluated is what is additional, which costs less to find.</summary>
    private void AddUnevaluated()
    {
        node.UnevaluatedItems = SchemaOf("unevaluatedItems");
        node.UnevaluatedProperties = SchemaOf("unevaluatedProperties");
        if (node.UnevaluatedProperties is not null && node is { Branches: null, Objects: { DependentSchemas: [], AdditionalProperties: null } })
        {
            node.Objects.AdditionalProperties = node.UnevaluatedProperties;
            node.UnevaluatedProperties = null;
        }
    }

    /// <summary>Reads the keywords that count here, and refuses malformed ones.</summary>
    public void ReadKeywords()
    {
        foreach (int name in _text.Names(node.Token))
        {
            string keyword = _text.String(name);
            if (!Keywords.TryFind(keyword, out Vocabularies vocabulary, out KeywordShape shape))
            {
                if (options.RefuseUnknownKeywords && !keyword.StartsWith("x-", StringComparison.Ordinal))
                {
                    throw _resource.Fault($"The keyword '{keyword}' is not known.", name);
                }
            }
            else if ((vocabulary & vocabularies) != Vocabularies.None)
            {
                if (KeywordShapes.Fault(shape, _text, name + 1) is { } fault)
                {
                    throw _resource.Fault($"The keyword '{keyword}' {fault}.", name + 1);
                }
                _keywords.Add(keyword, name + 1);
            }
        }
        if (Find("$id", out int id) && UriReference.Resolve("", _text.String(id)).Fragment is { Length: > 0 })
        {
            throw _resource.Fault("The keyword '$id' must have no fragment.", id);
        }
    }

    private bool Find(string keyword, out int value) => _keywords.TryGetValue(keyword, out value);

    private bool HasAny(params ReadOnlySpan<string> keywords)
    {
        foreach (string keyword in keywords)
        {
            if (_keywords.ContainsKey(keyword))
            {
                return true;
            }
        }
        return false;
    }

    private int Count(string keyword, int otherwise) => Find(keyword, out int value) ? KeywordShapes.Count(_text, value) : otherwise;

    private NumberBound? Bound(string keyword) => Find(keyword, out int value) ? new NumberBound(_text.Number(value)) : null;

    private Edge? SchemaOf(string keyword) => Find(keyword, out int value) ? EdgeTo(value, $"/{keyword}") : null;

    private Edge[] SchemasOf(string keyword) =>
        Find(keyword, out int value) ? EdgesTo(keyword, value) : [];

    private Edge[] EdgesTo(string keyword, int list)
    {
        List<Edge> edges = new(_text.Count(list));
        foreach (int item in _text.Items(list))
        {
            edges.Add(EdgeTo(item, $"/{keyword}/{edges.Count}"));
        }
        return [.. edges];
    }

    private Edge EdgeTo(int token, string path) => new(compiler.NodeOf(_resource, token), path);

    private uint Types()
    {
        if (!Find("type", out int type))
        {
            return SchemaNode.AllTypes;
        }
        List<string> names = _text.Kind(type) is TokenKind.String ? [_text.String(type)] : TextsOf(type);
        node.IntegersOnly = names.Contains("integer") && !names.Contains("number");
        uint types = 0;
        foreach (string name in names)
        {
            types |= Type(name);
        }
        return types;
    }

    private static uint Type(string name) => name switch
    {
        "object" => SchemaNode.Bit(TokenKind.Object),
        "array" => SchemaNode.Bit(TokenKind.Array),
        "string" => SchemaNode.Bit(TokenKind.String) | SchemaNode.Bit(TokenKind.Name),
        "number" or "integer" => SchemaNode.Bit(TokenKind.Number),
        "boolean" => SchemaNode.Bit(TokenKind.True) | SchemaNode.Bit(TokenKind.False),
        "null" => SchemaNode.Bit(TokenKind.Null),
        _ => throw new InvalidOperationException(),
    };

    private StringRules? Strings()
    {
        bool asserts = (vocabularies & Vocabularies.FormatAssertion) != Vocabularies.None;
        FormatCheck? format = asserts && Find("format", out int formatAt) ? KnownFormats.Find(_text.String(formatAt)) : null;
        if (format is null && !HasAny("minLength", "maxLength", "pattern"))
        {
            return null;
        }
        return new StringRules
        {
            MinLength = Count("minLength", 0),
            MaxLength = Count("maxLength", int.MaxValue),
            Pattern = Find("pattern", out int pattern) ? Pattern(pattern) : null,
            Format = format,
            FormatName = format is null ? null : _text.String(_keywords["format"]),
        };
    }

    private PatternMatcher Pattern(int token)
    {
        try
        {
            return PatternMatcher.Compile(_text.String(token), options.Limits.PatternTime);
        }
        catch (PatternException exception)
        {
            throw _resource.Fault(exception.Message + ".", token);
        }
    }

    private NumberRules? Numbers() => !HasAny("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        ? null
        : new NumberRules
        {
            Minimum = Bound("minimum"),
            Maximum = Bound("maximum"),
            ExclusiveMinimum = Bound("exclusiveMinimum"),
            ExclusiveMaximum = Bound("exclusiveMaximum"),
            MultipleOf = Find("multipleOf", out int divisor) ? new Divisor(_text.Number(divisor)) : null,
        };

    private ArrayRules? Arrays() => !HasAny("minItems", "maxItems", "uniqueItems", "prefixItems", "items", "contains")
        ? null
        : new ArrayRules
        {
            MinItems = Count("minItems", 0),
            MaxItems = Count("maxItems", int.MaxValue),
            UniqueItems = Find("uniqueItems", out int unique) && _text.Kind(unique) is TokenKind.True,
            PrefixItems = SchemasOf("prefixItems"),
            Items = SchemaOf("items"),
            Contains = SchemaOf("contains"),
            MinContains = Count("minContains", 1),
            MaxContains = Count("maxContains", int.MaxValue),
        };

    private ObjectRules? Objects()
    {
        if (!HasAny(
            "minProperties", "maxProperties", "properties", "patternProperties", "additionalProperties", "propertyNames", "required",
            "dependentRequired", "dependentSchemas"))
        {
            return null;
        }
        NameNumbers names = new();
        List<Edge> properties = Properties(names);
        List<string> required = Find("required", out int list) ? TextsOf(list) : [];
        foreach (string name in required)
        {
            names.Of(name);
        }
        ObjectRules rules = new()
        {
            MinProperties = Count("minProperties", 0),
            MaxProperties = Count("maxProperties", int.MaxValue),
        };
        AddDependents(rules, names);
        AddPatterns(rules);
        rules.AdditionalProperties = SchemaOf("additionalProperties");
        rules.PropertyNames = SchemaOf("propertyNames");
        rules.Names = names.Table();
        rules.Properties = [.. properties, .. new Edge?[names.Count - properties.Count]];
        rules.Required = names.Set(required);
        return rules;
    }

    /// <summary>By their numbers, which are the first ones.</summary>
    private List<Edge> Properties(NameNumbers names)
    {
        List<Edge> properties = [];
        foreach (int name in Members("properties"))
        {
            names.Of(_text.String(name));
            properties.Add(MemberEdge("properties", name));
        }
        return properties;
    }

    // Few schemas have these, and what has none should not pay for the code.
    private void AddDependents(ObjectRules rules, NameNumbers names)
    {
        if (HasAny("dependentRequired", "dependentSchemas"))
        {
            rules.DependentRequired = DependentRequired(names);
            rules.DependentSchemas = [.. Members("dependentSchemas").Select(name => (names.Of(_text.String(name)), MemberEdge("dependentSchemas", name)))];
        }
    }

    private (int Name, ulong[] Required)[] DependentRequired(NameNumbers names)
    {
        List<(int Name, List<string> Required)> dependent = [.. Members("dependentRequired").Select(name => (names.Of(_text.String(name)), TextsOf(name + 1)))];
        foreach (string name in dependent.SelectMany(entry => entry.Required).Concat(Members("dependentSchemas").Select(_text.String)))
        {
            names.Of(name);
        }
        return [.. dependent.Select(entry => (entry.Name, names.Set(entry.Required)))];
    }

    private void AddPatterns(ObjectRules rules)
    {
        if (HasAny("patternProperties"))
        {
            rules.PatternProperties = [.. Members("patternProperties").Select(name => (Pattern(name), MemberEdge("patternProperties", name)))];
        }
    }

    private IEnumerable<int> Members(string keyword) => Find(keyword, out int value) ? _text.Names(value) : [];

    private List<string> TextsOf(int list)
    {
        List<string> texts = new(_text.Count(list));
        foreach (int item in _text.Items(list))
        {
            texts.Add(_text.String(item));
        }
        return texts;
    }

    private Edge MemberEdge(string keyword, int name) => EdgeTo(name + 1, $"/{keyword}/{InstancePointer.Escape(_text.String(name))}");

    private Branches? BranchesOf()
    {
        if (!HasAny("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if"))
        {
            return null;
        }
        Branches branches = new()
        {
            Ref = Find("$ref", out int reference) ? compiler.EdgeTo(_resource, _text.String(reference), reference, "/$ref", out _) : null,
            AllOf = SchemasOf("allOf"),
            AnyOf = SchemasOf("anyOf"),
            OneOf = SchemasOf("oneOf"),
            Not = SchemaOf("not"),
            If = SchemaOf("if"),
            Then = SchemaOf("then"),
            Else = SchemaOf("else"),
        };
        if (Find("$dynamicRef", out int dynamicReference))
        {
            AddDynamicReference(branches, dynamicReference);
        }
        return branches;
    }

    /// <summary>Only where the reference itself leads to a dynamic anchor is it more than a <c>$ref</c>.</summary>
    private void AddDynamicReference(Branches branches, int reference)
    {
        Edge edge = compiler.EdgeTo(_resource, _text.String(reference), reference, "/$dynamicRef", out ReferenceTarget target);
        branches.DynamicRef = new DynamicReference(edge, []);
        if (target.Anchor is not null && target.Resource.DynamicAnchors.Contains(target.Anchor))
        {
            compiler.AddDynamicReference(branches, target);
        }
    }
}
