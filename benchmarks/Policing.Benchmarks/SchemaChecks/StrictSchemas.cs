using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.JsonSchema;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>The hand-written schemas of Schemas/: of records and a bundle, as a generator of strict schemas would write them.</summary>
internal static class StrictSchemas
{
    private const string Base = "https://schemas.example/strict/";
    private static readonly string[] Files = ["common", "person", "crime", "link", "bundle"];

    private static readonly Dictionary<string, byte[]> Texts = Files.ToDictionary(file => file, Text, StringComparer.Ordinal);

    /// <summary>Definitions in all files: schemas that have a name.</summary>
    public static int Definitions { get; } = Files.Sum(file => 1 + (Parse(file)["$defs"]?.AsObject().Count ?? 0)) - 1;

    /// <summary>Bytes of all files.</summary>
    public static int Bytes => Texts.Values.Sum(text => text.Length);

    /// <summary>Compiles a file and all that it refers to, from the text on.</summary>
    public static CompiledSchema Compile(string file)
    {
        SchemaRegistry registry = new();
        foreach (string other in Files.Where(other => other != file)) registry.Add($"{Base}{other}.schema.json", Texts[other]);
        return CompiledSchema.Compile(Texts[file], Options with { Registry = registry });
    }

    /// <summary>Compiles a schema that stands alone.</summary>
    public static CompiledSchema CompilePlain(string text) => CompiledSchema.Compile(System.Text.Encoding.UTF8.GetBytes(text), Options);

    public static JsonObject Parse(string file) => JsonNode.Parse(Texts[file])!.AsObject();

    private static SchemaOptions Options { get; } = new() { AssertFormats = true, RefuseUnknownKeywords = true };

    private static byte[] Text(string file)
    {
        using Stream stream = typeof(StrictSchemas).Assembly.GetManifestResourceStream($"schemas/{file}.schema.json")
            ?? throw new InvalidOperationException("The schema is not in the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        // As published: without the spaces of the source.
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
    }
}
