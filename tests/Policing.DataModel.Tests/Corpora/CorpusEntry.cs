using System.Text.Json;

namespace Policing.DataModel.Tests.Corpora;

/// <summary>What the index says of a file.</summary>
internal sealed record CorpusEntry(string Path, string? Type, bool Valid, bool? Strict, bool? Open, IReadOnlyList<(string Rule, string Pointer)> Findings)
{
    public static CorpusEntry Read(JsonElement entry) => new(
        entry.GetProperty("path").GetString()!,
        entry.GetProperty("type").GetString(),
        entry.GetProperty("valid").GetBoolean(),
        Verdict(entry, "strict"),
        Verdict(entry, "open"),
        [.. entry.GetProperty("findings").EnumerateArray().Select(f => (f.GetProperty("rule").GetString()!, f.GetProperty("pointer").GetString()!))]);

    private static bool? Verdict(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement verdict) ? verdict.GetBoolean() : null;
}
