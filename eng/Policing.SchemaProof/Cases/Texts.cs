using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>The same JSON, written in different ways.</summary>
internal static class Texts
{
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions[] s_styles =
    [
        Plain,
        Plain,
        new() { Encoder = JavaScriptEncoder.Default },
        new() { Encoder = JavaScriptEncoder.Default, WriteIndented = true },
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, IndentCharacter = '\t', IndentSize = 1 },
    ];

    public static string Write(JsonNode? node, Random random) => node?.ToJsonString(s_styles[random.Next(s_styles.Length)]) ?? "null";
}
