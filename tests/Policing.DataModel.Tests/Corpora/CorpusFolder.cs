using System.Text.Json;
using Policing.DataModel.Tests.Conventions;

namespace Policing.DataModel.Tests.Corpora;

/// <summary>The folder tests/corpora and its index.</summary>
internal static class CorpusFolder
{
    public static readonly string Path = System.IO.Path.Combine(Reflected.Root(), "tests", "corpora");

    public static readonly JsonElement Index = JsonElement.Parse(Bytes("index.json"));

    /// <summary>The files that are judged as records.</summary>
    public static readonly IReadOnlyList<CorpusEntry> Files = [.. Index.GetProperty("files").EnumerateArray().Select(CorpusEntry.Read)];

    /// <summary>The strict schemas, by name without ending.</summary>
    public static IEnumerable<string> Blocks => Index.GetProperty("schemaCases").EnumerateArray().Select(c => System.IO.Path.GetFileNameWithoutExtension(c.GetProperty("path").GetString()!));

    public static byte[] Bytes(string file) => File.ReadAllBytes(System.IO.Path.Combine(Path, file));

    /// <summary>The cases of a schema, as they stand in its file.</summary>
    public static IReadOnlyList<SchemaCase> Cases(string block) =>
    [
        .. JsonElement.Parse(Bytes($"schema-cases/{block}.json")).EnumerateArray().SelectMany(g => g.GetProperty("tests").EnumerateArray())
            .Select(t => new SchemaCase(t.GetProperty("description").GetString()!, JsonSerializer.SerializeToUtf8Bytes(t.GetProperty("data")), t.GetProperty("valid").GetBoolean())),
    ];
}
