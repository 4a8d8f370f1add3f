using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Compiles one schema: finds the resources, makes a node of each schema that can be reached, and looks for circles.</summary>
internal sealed class SchemaCompiler
{
    private readonly SchemaOptions _options;
    private readonly ResourceIndex _resources = new();
    private readonly Dialects _dialects;
    private readonly Dictionary<(JsonText Text, int Token), SchemaNode> _nodes = [];
    private readonly Queue<SchemaNode> _unfilled = new();
    private readonly List<(Branches Branches, ReferenceTarget Target)> _dynamicReferences = [];

    private SchemaCompiler(SchemaOptions options)
    {
        _options = options;
        _dialects = new Dialects(_resources, options);
    }

    public static CompiledSchema Compile(ReadOnlySpan<byte> schema, SchemaOptions options)
    {
        if (options.BaseUri is { } uri && (!UriReference.IsAbsolute(uri) || uri.Contains('#', StringComparison.Ordinal)))
        {
            throw new ArgumentException("The base URI of a schema must be absolute and without fragment.", nameof(options));
        }
        return new SchemaCompiler(options).Compile(SchemaRegistry.Read(options.BaseUri ?? "", schema));
    }

    private CompiledSchema Compile(JsonText text)
    {
        SchemaResource root = _resources.AddDocument(_options.BaseUri ?? "", text);
        if (_options.Registry is { } registry)
        {
            foreach ((string uri, JsonText registered) in registry.Documents)
            {
                _resources.AddRegistered(uri, registered);
            }
        }
        SchemaNode node = NodeOf(root, root.Root);
        FillAll();
        FillDynamicReferences();
        CircleSearch.Refuse(_nodes.Values);
        InspectUnused(text);
        bool tracksScope = _dynamicReferences.Count > 0;
        NameTable known = KnownNames();
        foreach (SchemaNode each in _nodes.Values)
        {
            each.Objects?.SetIndex(known);
            if (each.Branches is { } branches)
            {
                ConditionBinder.BindChoices(branches, known);
            }
        }
        SchemaNode forVerdicts = tracksScope ? node : SchemaMerger.Merge(node, _nodes.Count, known);
        return new CompiledSchema(node, forVerdicts, tracksScope, known, _nodes.Values.All(HasOnlyLinearPatterns), _options.Limits);
    }

    /// <summary>The node of a schema; it may not be filled yet.</summary>
    public SchemaNode NodeOf(SchemaResource resource, int token)
    {
        if (!_nodes.TryGetValue((resource.Text, token), out SchemaNode? node))
        {
            node = new SchemaNode(_resources.ResourceOf(resource.Text, token) ?? resource, token);
            _nodes.Add((resource.Text, token), node);
            _unfilled.Enqueue(node);
        }
        return node;
    }

    public Edge EdgeTo(SchemaResource resource, string reference, int token, string path, out ReferenceTarget target)
    {
        target = _resources.Resolve(resource, reference, token);
        return new Edge(NodeOf(target.Resource, target.Token), path);
    }

    /// <summary>Notes a dynamic reference, to be finished when all resources are known.</summary>
    public void AddDynamicReference(Branches branches, ReferenceTarget target) => _dynamicReferences.Add((branches, target));

    private void FillAll()
    {
        while (_unfilled.TryDequeue(out SchemaNode? node))
        {
            new NodeBuilder(this, _options, node, _dialects.Of(node.Resource)).Fill();
        }
    }

    /// <summary>A resource that can be entered can be the target; its schemas can lead to more resources.</summary>
    private void FillDynamicReferences()
    {
        int before;
        do
        {
            before = _nodes.Count;
            foreach ((_, ReferenceTarget target) in _dynamicReferences.ToList())
            {
                foreach (SchemaResource resource in Entered().Where(resource => resource.DynamicAnchors.Contains(target.Anchor!)).ToList())
                {
                    NodeOf(resource, resource.Anchors[target.Anchor!]);
                }
            }
            FillAll();
        }
        while (_nodes.Count != before);
        foreach ((Branches branches, ReferenceTarget target) in _dynamicReferences)
        {
            branches.DynamicRef = new DynamicReference(branches.DynamicRef!.Fallback, Candidates(target.Anchor!));
        }
    }

    /// <summary>
    /// A malformed keyword is a fault also where nothing leads to it, as in one of <c>$defs</c> that is not used yet. Resources that are not
    /// used are other schemas that travel along, perhaps of another dialect.
    /// </summary>
    private void InspectUnused(JsonText text)
    {
        HashSet<SchemaResource> entered = [.. Entered()];
        foreach ((int token, SchemaResource resource) in _resources.SchemasOf(text))
        {
            if (entered.Contains(resource) && !_nodes.ContainsKey((text, token)) && text.Kind(token) is TokenKind.Object)
            {
                new NodeBuilder(this, _options, new SchemaNode(resource, token), _dialects.Of(resource)).ReadKeywords();
            }
        }
    }

    private Edge?[] Candidates(string anchor)
    {
        Edge?[] candidates = new Edge?[_resources.All.Count];
        foreach (SchemaResource resource in Entered().Where(resource => resource.DynamicAnchors.Contains(anchor)))
        {
            candidates[resource.Number] = new Edge(NodeOf(resource, resource.Anchors[anchor]), "/$dynamicRef");
        }
        return candidates;
    }

    private IEnumerable<SchemaResource> Entered() => _nodes.Values.Select(node => node.Resource).Distinct();

    private NameTable KnownNames() => new(
    [
        .. _nodes.Values.SelectMany(node => node.Objects?.Names is { } names ? Enumerable.Range(0, names.Count).Select(names.Text) : [])
            .Distinct(StringComparer.Ordinal).Select(System.Text.Encoding.UTF8.GetBytes),
    ]);

    private static bool HasOnlyLinearPatterns(SchemaNode node) =>
        node.Strings?.Pattern?.IsLinear is not false && (node.Objects is null || node.Objects.PatternProperties.All(property => property.Pattern.IsLinear));
}
