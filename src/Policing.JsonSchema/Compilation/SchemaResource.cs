using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>A schema with a URI of its own: a document, or a part of one that has <c>$id</c>.</summary>
internal sealed class SchemaResource(int number, string uri, JsonText text, int root, SchemaResource? parent)
{
    public int Number { get; } = number;

    /// <summary>Absolute, or empty for a document without <c>$id</c> and base.</summary>
    public string Uri { get; } = uri;

    public JsonText Text { get; } = text;

    public int Root { get; } = root;

    public SchemaResource? Parent { get; } = parent;

    /// <summary>What its schemas are read with; none until <see cref="Dialects"/> has looked.</summary>
    public Vocabularies Vocabularies { get; set; }

    public Dictionary<string, int> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of the anchors that are dynamic.</summary>
    public HashSet<string> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The place of a schema: the URI and, as its fragment, a JSON Pointer from the root of the resource.</summary>
    public string Location(int token) => $"{Uri}#{Text.Pointer(token)[Text.Pointer(Root).Length..]}";

    public SchemaException Fault(string problem, int token)
    {
        SchemaResource document = this;
        while (document.Parent is not null)
        {
            document = document.Parent;
        }
        (long line, long column) = Text.Place(token);
        return new SchemaException(problem, document.Uri, Text.Pointer(token), line, column);
    }
}
