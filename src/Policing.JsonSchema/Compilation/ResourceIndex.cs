using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>All schema resources that a compilation can reach, and where references lead.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<string, SchemaResource> _byUri = new(StringComparer.Ordinal);
    private readonly PlaceTable<SchemaResource> _places = new();
    private readonly List<SchemaResource> _all = [];

    public IReadOnlyList<SchemaResource> All => _all;

    /// <summary>Adds a document with all resources in it.</summary>
    public SchemaResource AddDocument(string uri, JsonText text)
    {
        if (!KeywordShapes.IsSchema(text, 0))
        {
            throw new SchemaException("A schema must be an object, true or false.", uri, "", 1, 1);
        }
        SchemaResource resource = Create(IdOf(text, 0) is { } id ? UriReference.Resolve(uri, id).Uri : uri, text, 0, parent: null);
        _byUri.TryAdd(uri, resource);
        Scan(text, 0, resource);
        return resource;
    }

    /// <summary>Adds a document of the registry, unless it is the one that is being compiled.</summary>
    public void AddRegistered(string uri, JsonText text)
    {
        string id = IdOf(text, 0) is { } own ? UriReference.Resolve(uri, own).Uri : uri;
        if (!_byUri.ContainsKey(id) && !_byUri.ContainsKey(uri))
        {
            AddDocument(uri, text);
        }
    }

    /// <summary>The resource of a URI; null where there is none.</summary>
    public SchemaResource? Find(string uri)
    {
        if (_byUri.TryGetValue(uri, out SchemaResource? resource))
        {
            return resource;
        }
        return Metaschemas.Find(uri) is { } text ? AddDocument(uri, text) : null;
    }

    /// <summary>The resource in which a schema stands, if it stands where schemas are known to stand.</summary>
    public SchemaResource? ResourceOf(JsonText text, int token) => _places.Find(text, token);

    /// <summary>By token, the resources of the schemas of a text that stand where schemas are known to stand.</summary>
    public ReadOnlySpan<SchemaResource?> SchemasOf(JsonText text) => _places.Of(text);

    /// <summary>Where a reference leads.</summary>
    public ReferenceTarget Resolve(SchemaResource from, string reference, int token)
    {
        (string uri, string? fragment) = UriReference.Resolve(from.Uri, reference);
        SchemaResource resource = Find(uri) ?? throw from.Fault($"The reference '{reference}' leads to a schema that is not in the registry.", token);
        if (string.IsNullOrEmpty(fragment))
        {
            return new ReferenceTarget(resource, resource.Root, Anchor: null);
        }
        if (fragment[0] == '/')
        {
            return Follow(resource, fragment) ?? throw from.Fault($"The reference '{reference}' leads nowhere: there is no schema.", token);
        }
        return resource.Anchors.TryGetValue(fragment, out int anchor)
            ? new ReferenceTarget(resource, anchor, fragment)
            : throw from.Fault($"The reference '{reference}' leads nowhere: there is no such anchor.", token);
    }

    private ReferenceTarget? Follow(SchemaResource resource, string pointer)
    {
        JsonText text = resource.Text;
        int at = resource.Root;
        foreach (string escaped in pointer[1..].Split('/'))
        {
            string segment = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            at = text.Kind(at) switch
            {
                TokenKind.Object => text.Member(at, System.Text.Encoding.UTF8.GetBytes(segment)),
                TokenKind.Array => Item(text, at, segment),
                _ => -1,
            };
            if (at < 0)
            {
                return null;
            }
            resource = ResourceOf(text, at) ?? resource;
        }
        return KeywordShapes.IsSchema(text, at) ? new ReferenceTarget(resource, at, Anchor: null) : null;
    }

    /// <summary>The item that a segment of a pointer names; RFC 6901 has no zeros before an index.</summary>
    private static int Item(JsonText text, int array, string segment) =>
        int.TryParse(segment, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int place)
        && place < text.Count(array) && (segment.Length == 1 || segment[0] != '0')
            ? text.Items(array).ElementAt(place)
            : -1;

    private void Scan(JsonText text, int at, SchemaResource resource)
    {
        if (at != resource.Root && IdOf(text, at) is { } id)
        {
            resource = Create(UriReference.Resolve(resource.Uri, id).Uri, text, at, resource);
        }
        _places.Add(text, at, resource);
        if (text.Kind(at) is not TokenKind.Object)
        {
            return;
        }
        foreach (int name in text.Names(at))
        {
            string keyword = text.String(name);
            if (Keywords.TryFind(keyword, out _, out KeywordShape shape) && KeywordShapes.Fault(shape, text, name + 1) is null)
            {
                ScanKeyword(text, keyword, shape, name + 1, at, resource);
            }
        }
    }

    private void ScanKeyword(JsonText text, string keyword, KeywordShape shape, int value, int at, SchemaResource resource)
    {
        switch (shape)
        {
            case KeywordShape.Anchor:
                AddAnchor(resource, text.String(value), at, value, isDynamic: keyword is "$dynamicAnchor");
                break;
            case KeywordShape.Schema:
                Scan(text, value, resource);
                break;
            case KeywordShape.SchemaList:
                foreach (int item in text.Items(value))
                {
                    Scan(text, item, resource);
                }
                break;
            case KeywordShape.SchemaMap:
                foreach (int name in text.Names(value))
                {
                    Scan(text, name + 1, resource);
                }
                break;
        }
    }

    private static void AddAnchor(SchemaResource resource, string anchor, int at, int value, bool isDynamic)
    {
        if (!resource.Anchors.TryAdd(anchor, at) && resource.Anchors[anchor] != at)
        {
            throw resource.Fault("Two schemas of one resource have the same anchor.", value);
        }
        if (isDynamic)
        {
            resource.DynamicAnchors.Add(anchor);
        }
    }

    private SchemaResource Create(string uri, JsonText text, int root, SchemaResource? parent)
    {
        SchemaResource resource = new(_all.Count, uri, text, root, parent);
        if (!_byUri.TryAdd(uri, resource))
        {
            throw resource.Fault($"Two schemas have the URI '{uri}'.", root);
        }
        _all.Add(resource);
        return resource;
    }

    private static string? IdOf(JsonText text, int at) => text.Member(at, "$id"u8) is var id and >= 0 && text.Kind(id) is TokenKind.String ? text.String(id) : null;
}
