using System.Text.Json;

namespace Policing.DataModel.Schemas;

/// <summary>
/// The schemas of one version of the model: for producers and for consumers, each by the name of its record type or block. Immutable and
/// thread-safe.
/// </summary>
public sealed class SchemaSet
{
    private const string Ending = ".schema.json";
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private SchemaSet(IReadOnlyDictionary<string, JsonElement> strict, IReadOnlyDictionary<string, JsonElement> open)
    {
        Strict = strict;
        Open = open;
    }

    /// <summary>The schemas of this release, as published under schemas/1.0; parsed when they are first asked for.</summary>
    public static SchemaSet BuiltIn => Embedded.Value;

    private static readonly Lazy<SchemaSet> Embedded = new(static () => new(Resources("1.0/strict/"), Resources("1.0/open/")));

    /// <summary>What a producer must meet, by name without ending: <c>crime</c>, <c>time-window</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Strict { get; }

    /// <summary>What a consumer must accept, by the same names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Open { get; }

    /// <summary>Reads a set from a folder that has <c>strict</c> and <c>open</c> in it, such as schemas/1.0.</summary>
    /// <exception cref="IOException">The folder, or a file in it, cannot be read.</exception>
    /// <exception cref="SchemaSetException">A file is no JSON object, or a folder has none.</exception>
    public static SchemaSet ReadFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new(Folder(Path.Combine(folder, "strict")), Folder(Path.Combine(folder, "open")));
    }

    /// <summary>Reads a set from one JSON text, as <see cref="Write(Utf8JsonWriter)"/> makes it.</summary>
    /// <exception cref="SchemaSetException">The text is no such set.</exception>
    public static SchemaSet Read(ReadOnlySpan<byte> utf8)
    {
        JsonElement root = Parse(utf8);
        return new(Members(root, "strict"), Members(root, "open"));
    }

    /// <summary>Writes the set as one JSON object, without descriptions, for keeping what was approved.</summary>
    /// <param name="writer">Takes one object. It is not flushed.</param>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        Write(writer, "strict", Strict);
        Write(writer, "open", Open);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, JsonElement> schemas)
    {
        writer.WriteStartObject(name);
        foreach (KeyValuePair<string, JsonElement> schema in schemas.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(schema.Key);
            WriteSchema(writer, schema.Value);
        }

        writer.WriteEndObject();
    }

    // A schema's members are keywords, and those of 'properties' are names, of which one may well be 'description'.
    private static void WriteSchema(Utf8JsonWriter writer, JsonElement schema, bool isNames = false)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            schema.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (JsonProperty member in schema.EnumerateObject())
        {
            if (!isNames && member.Name is "description" or "title") continue;
            writer.WritePropertyName(member.Name);
            WriteSchema(writer, member.Value, !isNames && member.Name is "properties");
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, JsonElement> Folder(string folder)
    {
        Dictionary<string, JsonElement> schemas = new(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*" + Ending))
            schemas.Add(Path.GetFileName(path)[..^Ending.Length], Parse(File.ReadAllBytes(path)));
        return schemas.Count > 0 ? schemas : throw new SchemaSetException("The folder holds no file that ends in .schema.json.");
    }

    private static Dictionary<string, JsonElement> Resources(string folder)
    {
        Dictionary<string, JsonElement> schemas = new(StringComparer.Ordinal);
        foreach (string resource in typeof(SchemaSet).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            string name = resource[folder.Length..^Ending.Length];
            schemas.Add(name, Parse((folder == "1.0/strict/" ? RecordSchemas.Strict : RecordSchemas.Open).Text(name)));
        }

        return schemas;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement schemas) || schemas.ValueKind != JsonValueKind.Object)
            throw new SchemaSetException("A set of schemas has the members 'strict' and 'open', both objects.");
        return schemas.EnumerateObject().ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal);
    }

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            JsonElement element = JsonElement.Parse(utf8, Strictly);
            if (element.ValueKind == JsonValueKind.Object) return element;
        }
        catch (JsonException)
        {
            // The serializer's message may quote the text.
        }

        throw new SchemaSetException("A schema is not a JSON object.");
    }
}
