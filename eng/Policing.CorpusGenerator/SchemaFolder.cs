using System.Text.Json;
using Policing.JsonSchema;

namespace Policing.CorpusGenerator;

/// <summary>The published schemas of one strictness, as they stand in schemas/.</summary>
internal sealed class SchemaFolder
{
    public const string Base = "https://schemas.policing-sdk.example/";
    public const string AnyRecord = "record";
    private const string Ending = ".schema.json";

    private readonly string _name;
    private readonly SortedDictionary<string, JsonElement> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledSchema> _compiled = new(StringComparer.Ordinal);
    private readonly SchemaRegistry _registry = new();

    public SchemaFolder(string root, string name)
    {
        _name = name;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "schemas/1.0", name), "*" + Ending))
        {
            byte[] text = File.ReadAllBytes(path);
            string block = Path.GetFileName(path)[..^Ending.Length];
            _schemas.Add(block, JsonElement.Parse(text));
            _registry.Add(Id(block), text);
        }
    }

    /// <summary>The names of the files, without ending, in order.</summary>
    public IEnumerable<string> Blocks => _schemas.Keys;

    /// <summary>The record types that keep their meaning within the major version.</summary>
    public IEnumerable<string> StableRecords => Blocks.Where(b => IsRecord(b) && _schemas[b].GetProperty("x-psdk-maturity").ValueEquals("stable"));

    public JsonElement this[string block] => _schemas[block];

    /// <summary>The schema's <c>$id</c>.</summary>
    public string Id(string block) => $"{Base}1.0/{_name}/{block}{Ending}";

    /// <summary>Its path in the repository.</summary>
    public string PathOf(string block) => $"schemas/1.0/{_name}/{block}{Ending}";

    public bool IsRecord(string block) =>
        _schemas.TryGetValue(block, out JsonElement schema) && schema.TryGetProperty("properties", out JsonElement members)
        && members.TryGetProperty("type", out JsonElement type) && type.TryGetProperty("const", out _);

    /// <summary>The block that a schema refers to; null when it refers to none.</summary>
    public static string? Reference(JsonElement schema) =>
        schema.TryGetProperty("$ref", out JsonElement reference) ? reference.GetString()![..^Ending.Length] : null;

    public bool IsValid(string block, ReadOnlySpan<byte> instance)
    {
        if (!_compiled.TryGetValue(block, out CompiledSchema? schema))
            _compiled.Add(block, schema = CompiledSchema.Compile(JsonSerializer.SerializeToUtf8Bytes(_schemas[block]), new SchemaOptions { Registry = _registry }));
        return schema.IsValid(instance);
    }
}
