using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Policing.DataModel.Tests.Conventions.Mappings;

/// <summary>The members of schemas/1.0/model.json, by <c>Type.member</c>, with what each says of itself.</summary>
internal static partial class PublishedModel
{
    private static readonly Dictionary<string, JsonElement> s_members = Read();

    public static IReadOnlyDictionary<string, string> SourceOf { get; } =
        s_members.ToDictionary(member => member.Key, member => member.Value.GetProperty("source").GetString()!, StringComparer.Ordinal);

    [GeneratedRegex(@"DS_(?<first>\d{3})(?: to (?:DS_)?(?<last>\d{3}))?", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Attribute { get; }

    /// <summary>The attribute numbers that a source names, as "POLE DS_034", "POLE DS_039 to DS_046" or "DS_038 and DS_112".</summary>
    public static IEnumerable<int> PoleAttributes(string source) =>
        source.Contains("POLE", StringComparison.Ordinal) ? Attribute.Matches(source).SelectMany(Numbers) : [];

    private static IEnumerable<int> Numbers(Match match)
    {
        int first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        int last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1);
    }

    /// <summary>The members whose codes are of this list.</summary>
    public static IEnumerable<string> MembersWith(string list) =>
        s_members.Where(member => member.Value.TryGetProperty("list", out JsonElement id) && id.ValueEquals(list)).Select(member => member.Key);

    private static Dictionary<string, JsonElement> Read()
    {
        JsonElement model = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Reflected.Root(), "schemas", "1.0", "model.json")));
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        Add("PoliceRecord", model.GetProperty("envelope"));
        foreach (JsonElement type in model.GetProperty("records").EnumerateArray().Concat(model.GetProperty("parts").EnumerateArray()))
            Add(type.GetProperty("name").GetString()!, type.GetProperty("members"));
        return members;

        void Add(string type, JsonElement ofType)
        {
            foreach (JsonElement member in ofType.EnumerateArray()) members.Add($"{type}.{member.GetProperty("name").GetString()}", member);
        }
    }
}
