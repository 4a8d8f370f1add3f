using System.Text.Json;

namespace Policing.Ethics.Tests.Minimisation;

/// <summary>The model as schemas/1.0/model.json says it: a source that the minimiser does not read.</summary>
internal static class ModelData
{
    private static readonly JsonElement Root = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder(), "schemas/1.0/model.json")));

    public sealed record Member(string Name, string Shape, string Format, string Class, string? Part)
    {
        public bool IsSensitive => Class is "sensitive" or "biometric";
    }

    public static Member[] Envelope { get; } = Members(Root.GetProperty("envelope"));

    public static IReadOnlyDictionary<string, Member[]> Records { get; } = Root.GetProperty("records").EnumerateArray()
        .ToDictionary(r => r.GetProperty("type").GetString()!, r => (Member[])[.. Envelope, .. Members(r.GetProperty("members"))]);

    public static IReadOnlyDictionary<string, Member[]> Parts { get; } = Root.GetProperty("parts").EnumerateArray()
        .ToDictionary(p => p.GetProperty("name").GetString()!, p => Members(p.GetProperty("members")));

    /// <summary>All paths of a record type, those of parts too.</summary>
    public static IReadOnlyList<(string Path, Member Member)> Paths(string type) => AllPaths[type];

    private static readonly Dictionary<string, (string Path, Member Member)[]> AllPaths = Records.Keys.ToDictionary(t => t, t => Below("", Records[t]).ToArray());

    private static IEnumerable<(string Path, Member Member)> Below(string prefix, Member[] members)
    {
        foreach (Member member in members)
        {
            yield return (prefix + member.Name, member);
            if (member is not { Format: "part", Shape: not "map" }) continue;
            foreach ((string, Member) below in Below($"{prefix}{member.Name}/", Parts[member.Part!])) yield return below;
        }
    }

    private static Member[] Members(JsonElement list) =>
    [
        .. list.EnumerateArray().Select(m => new Member(
            Text(m, "name")!, Text(m, "shape")!, Text(m, "format")!, Text(m, "class")!, Text(m, "part"))),
    ];

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
