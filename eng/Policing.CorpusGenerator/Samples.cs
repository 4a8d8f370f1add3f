using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.Testing;

namespace Policing.CorpusGenerator;

/// <summary>
/// What stands in samples.json: for a member by its name, or by block and name where that says something else. A text that begins with $ is
/// taken from the safe ranges.
/// </summary>
internal sealed class Samples
{
    private readonly JsonElement _root;

    private Samples(JsonElement root) => _root = root;

    public static Samples Read()
    {
        using Stream file = typeof(Samples).Assembly.GetManifestResourceStream("samples.json")!;
        using MemoryStream text = new();
        file.CopyTo(text);
        return new(JsonElement.Parse(text.ToArray()));
    }

    /// <summary>The sample of a kind for this block and member; false when there is none.</summary>
    public bool TryFind(string kind, string block, string member, out JsonNode? value)
    {
        JsonElement samples = _root.GetProperty(kind);
        bool found = samples.TryGetProperty($"{block}.{member}", out JsonElement sample) || samples.TryGetProperty(member, out sample);
        value = found ? Node(sample) : null;
        return found;
    }

    public JsonNode Find(string kind, string block, string member) =>
        TryFind(kind, block, member, out JsonNode? value) && value is not null ? value : throw new InvalidOperationException($"samples.json has nothing for {block}.{member} under '{kind}'.");

    private static JsonNode? Node(JsonElement sample) => sample.ValueKind == JsonValueKind.String && sample.GetString() is ['$', ..] safe
        ? SafeRange(safe)
        : sample.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(sample.GetRawText());

    private static JsonNode SafeRange(string name) => name switch
    {
        "$arrestSummonsNumber" => SafeRanges.ArrestSummonsNumber(1),
        "$caseUrn" => SafeRanges.CaseUrn(1),
        "$driverNumber" => SafeRanges.DriverNumber(1),
        "$email" => SafeRanges.EmailAddress(1),
        "$latitude" => SafeRanges.Point(1).Latitude!.Value,
        "$longitude" => SafeRanges.Point(1).Longitude!.Value,
        "$lsoa" => SafeRanges.LsoaCode(1),
        "$nationalInsuranceNumber" => SafeRanges.NationalInsuranceNumber(1),
        "$pncId" => SafeRanges.PncId(1),
        "$postcode" => SafeRanges.Postcode(1),
        "$telephone" => SafeRanges.MobileTelephone(1),
        _ => throw new InvalidOperationException($"samples.json: no safe range is called {name}."),
    };
}
