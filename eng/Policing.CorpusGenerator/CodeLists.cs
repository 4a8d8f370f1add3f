using System.Text.Json;

namespace Policing.CorpusGenerator;

/// <summary>The first code of each list that is in use today.</summary>
internal sealed class CodeLists
{
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    public static CodeLists Read(string root)
    {
        CodeLists lists = new();
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "schemas/reference-data"), "*.json"))
        {
            JsonElement list = JsonElement.Parse(File.ReadAllBytes(path));
            if (list.TryGetProperty("codes", out JsonElement codes))
                lists._first.Add(list.GetProperty("id").GetString()!, codes.EnumerateArray().First(IsInUse).GetProperty("code").GetString()!);
        }

        return lists;
    }

    public string First(string list) => _first[list];

    private static bool IsInUse(JsonElement code) => !code.TryGetProperty("status", out _) && !code.TryGetProperty("validTo", out _) && !code.TryGetProperty("validFrom", out _);
}
