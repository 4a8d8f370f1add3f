using System.Globalization;
using System.Text.Json;

namespace Policing.Conformance.Cases;

/// <summary>The corpora that the package carries, with their index.</summary>
internal static class CorpusFiles
{
    private static readonly Lazy<JsonElement> Index = new(static () => JsonElement.Parse(Resources.Bytes("corpora/index.json")));
    private static readonly Lazy<Dictionary<string, JsonElement>> Files = new(static () =>
        Index.Value.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("path").GetString()!, StringComparer.Ordinal));

    public static DateOnly Today { get; } = DateOnly.ParseExact(Index.Value.GetProperty("today").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The stable record types.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        .. Files.Value.Keys.Where(p => p.StartsWith("valid/", StringComparison.Ordinal)).Select(p => p.Split('/')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public static byte[] Bytes(string path) => Resources.Bytes("corpora/" + path);

    public static bool IsValid(string path) => Files.Value[path].GetProperty("valid").GetBoolean();

    public static string About(string path) => Files.Value[path].GetProperty("about").GetString()!;
}
