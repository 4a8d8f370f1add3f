using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Compiles one schema: finds the resources, makes a node of each schema that can be reached, and looks for circles.</summary>
internal sealed class SchemaCompiler
{
    private readonly SchemaOptions _options;
    private readonly ResourceIndex _resources = new();
    private readonly Dialects _dialects;
    private readonly PlaceTable<SchemaNode> _nodes = new();
    private readonly Queue<SchemaNode> _unfilled = new();
    private readonly List<PendingReference> _dynamicReferences = [];

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
        CircleSearch.Refuse(_nodes.All);
        InspectUnused(text);
        bool tracksScope = _dynamicReferences.Count > 0;
        NameTable known = KnownNames();
        foreach (SchemaNode each in _nodes.All)
        {
            each.Objects?.SetIndex(known);
            if (each.Branches is { } branches)
            {
                ConditionBinder.BindChoices(branches, known);
            }
        }
        SchemaNode forVerdicts = tracksScope ? node : SchemaMerger.Merge(node, _nodes.All.Count, known);
        return new CompiledSchema(node, forVerdicts, tracksScope, known, _nodes.All.All(HasOnlyLinearPatterns), _options.Limits);
    }

    /// <summary>The node of a schema; it may not be filled yet.</summary>
    public SchemaNode NodeOf(SchemaResource resource, int token)
    {
        SchemaNode? node = _nodes.Find(resource.Text, token);
        if (node is null)
        {
            node = new SchemaNode(_resources.ResourceOf(resource.Text, token) ?? resource, token);
            _nodes.Add(resource.Text, token, node);
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
    public void AddDynamicReference(Branches branches, ReferenceTarget target) => _dynamicReferences.Add(new(branches, target));

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
            before = _nodes.All.Count;
            foreach (PendingReference reference in _dynamicReferences.ToList())
            {
                foreach (SchemaResource resource in Entered().Where(resource => resource.DynamicAnchors.Contains(reference.Target.Anchor!)).ToList())
                {
                    NodeOf(resource, resource.Anchors[reference.Target.Anchor!]);
                }
            }
            FillAll();
        }
        while (_nodes.All.Count != before);
        foreach (PendingReference reference in _dynamicReferences)
        {
            reference.Branches.DynamicRef = new DynamicReference(reference.Branches.DynamicRef!.Fallback, Candidates(reference.Target.Anchor!));
        }
    }

    /// <summary>
    /// A malformed keyword is a fault also where nothing leads to it, as in one of <c>$defs</c> that is not used yet. Resources that are not
    /// used are other schemas that travel along, perhaps of another dialect.
    /// </summary>
    private void InspectUnused(JsonText text)
    {
        HashSet<SchemaResource> entered = [.. Entered()];
        ReadOnlySpan<SchemaResource?> schemas = _resources.SchemasOf(text);
        for (int token = 0; token < schemas.Length; token++)
        {
            if (schemas[token] is { } resource && entered.Contains(resource) && _nodes.Find(text, token) is null && text.Kind(token) is TokenKind.Object)
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

    private IEnumerable<SchemaResource> Entered() => _nodes.All.Select(node => node.Resource).Distinct();

    private NameTable KnownNames()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<byte[]> known = [];
        foreach (SchemaNode node in _nodes.All)
        {
            for (int number = 0; number < (node.Objects?.Names?.Count ?? 0); number++)
            {
                string name = node.Objects!.Names!.Text(number);
                if (seen.Add(name))
                {
                    known.Add(System.Text.Encoding.UTF8.GetBytes(name));
                }
            }
        }
        return new NameTable(known);
    }

    private static bool HasOnlyLinearPatterns(SchemaNode node) =>
        node.Strings?.Pattern?.IsLinear is not false && (node.Objects is null || node.Objects.PatternProperties.All(property => property.Pattern.IsLinear));

    /// <summary>A dynamic reference that is to be finished.</summary>
    private sealed record PendingReference(Branches Branches, ReferenceTarget Target);
}
