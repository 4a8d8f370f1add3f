using System.Globalization;
using System.Text.Json;
using Policing.Conformance.Requirements;

namespace Policing.Conformance.Waivers;

/// <summary>The waivers of a product: schemas/conformance/1.0/waivers.schema.json. Immutable and thread-safe.</summary>
public sealed class WaiverList
{
    private const int MostBytes = 1 << 20;
    private const int LongestText = 500;
    private readonly Dictionary<string, Waiver> _byRequirement;

    private WaiverList(IReadOnlyList<Waiver> all)
    {
        All = all;
        _byRequirement = all.ToDictionary(w => w.Requirement, StringComparer.Ordinal);
    }

    /// <summary>None.</summary>
    public static WaiverList None { get; } = new([]);

    /// <summary>All of them, those that have expired among them.</summary>
    public IReadOnlyList<Waiver> All { get; }

    /// <summary>Reads a file of waivers: <c>{ "waivers": [ { "requirement", "owner", "reason", "expires" } ] }</c>.</summary>
    /// <exception cref="WaiverException">It is not one, it is over 1 MiB, or it names a requirement that there is not.</exception>
    public static WaiverList Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes) throw new WaiverException("The file is larger than 1 MiB.");
        try
        {
            JsonElement root = JsonElement.Parse(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("waivers", out JsonElement waivers) && waivers.ValueKind == JsonValueKind.Array)
            {
                Waiver[] all = [.. waivers.EnumerateArray().Select(One)];
                if (all.DistinctBy(w => w.Requirement, StringComparer.Ordinal).Count() != all.Length) throw new WaiverException("Two waivers are for one requirement. Keep one.");
                return new(all);
            }
        }
        catch (JsonException)
        {
            // The reader's message may quote the text.
        }

        throw new WaiverException("It is not a JSON object with a list 'waivers'.");
    }

    /// <summary>The waiver of a requirement that counts on a day; null where there is none, or it has expired.</summary>
    public Waiver? For(string requirement, DateOnly day) => _byRequirement.TryGetValue(requirement, out Waiver? waiver) && waiver.Expires >= day ? waiver : null;

    private static Waiver One(JsonElement waiver, int index)
    {
        string place = FormattableString.Invariant($"Waiver {index + 1}");
        if (waiver.ValueKind != JsonValueKind.Object) throw new WaiverException($"{place} is not an object.");
        string[] names = ["requirement", "owner", "reason", "expires"];
        if (waiver.EnumerateObject().Any(m => !names.Contains(m.Name))) throw new WaiverException($"{place} has a member that is none of {string.Join(", ", names)}.");
        string requirement = Text(waiver, "requirement", place);
        if (RequirementSet.BuiltIn.Find(requirement) is null) throw new WaiverException($"{place} is for a requirement that there is not. 'policing conformance list' names all.");
        if (!DateOnly.TryParseExact(Text(waiver, "expires", place), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly expires))
            throw new WaiverException($"{place}: 'expires' is not a date such as 2027-03-31.");
        return new() { Requirement = requirement, Owner = Text(waiver, "owner", place), Reason = Text(waiver, "reason", place), Expires = expires };
    }

    private static string Text(JsonElement waiver, string name, string place) =>
        waiver.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 and <= LongestText } value && !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new WaiverException($"{place} lacks '{name}', a text of at most {LongestText} characters.");
}
