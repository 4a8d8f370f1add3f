using System.Text.Json;

namespace Policing.PartnerHost;

/// <summary>Reads an object of a request strictly, and notes what is wrong with it: the rule and the place, never the value or an unknown name.</summary>
internal sealed class RequestObject
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _pointer;
    private readonly List<PartnerFinding> _findings;

    public RequestObject(JsonElement element, string pointer, List<PartnerFinding> findings)
    {
        (_pointer, _findings) = (pointer, findings);
        if (element.ValueKind is not JsonValueKind.Object)
        {
            findings.Add(new(PartnerFinding.WrongForm, pointer));
            return;
        }
        foreach (JsonProperty member in element.EnumerateObject()) _members[member.Name] = member.Value;
    }

    public int Count => _members.Count;

    public bool Has(string name) => _members.ContainsKey(name);

    public string? Text(string name, int shortest, int longest, bool required = false)
    {
        if (!TryTake(name, required, out JsonElement value)) return null;
        if (value.ValueKind is JsonValueKind.String && TryString(value) is { } text && text.Length >= shortest && text.Length <= longest) return text;
        Wrong(name);
        return null;
    }

    public int? Whole(string name, int least, int most)
    {
        if (!TryTake(name, required: false, out JsonElement value)) return null;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most) return number;
        Wrong(name);
        return null;
    }

    public double? Number(string name, double least, double most)
    {
        if (!TryTake(name, required: true, out JsonElement value)) return null;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most) return number;
        Wrong(name);
        return null;
    }

    public RequestObject? Object(string name, bool required = false) =>
        TryTake(name, required, out JsonElement value) ? new RequestObject(value, At(name), _findings) : null;

    public JsonElement? Element(string name) => TryTake(name, required: false, out JsonElement value) ? value : null;

    public IReadOnlyList<RequestObject> Objects(string name, int most) =>
        [.. Elements(name, most).Select((element, place) => new RequestObject(element, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{At(name)}/{place}"), _findings))];

    public IReadOnlyList<string> Texts(string name, int most)
    {
        List<string> texts = [];
        foreach (JsonElement element in Elements(name, most))
        {
            if (element.ValueKind is JsonValueKind.String && TryString(element) is { Length: > 0 and <= 128 } text) texts.Add(text);
            else Wrong(name);
        }
        return texts;
    }

    /// <summary>Notes the members that nobody asked for, by their place.</summary>
    /// <returns>Whether there are such.</returns>
    public bool NoteUnknown()
    {
        int place = 0;
        bool any = false;
        foreach (string name in _members.Keys)
        {
            if (!_asked.Contains(name))
            {
                any = true;
                _findings.Add(new(PartnerFinding.Unknown, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_pointer}/~[{place}]")));
            }
            place++;
        }
        return any;
    }

    public void Wrong(string name) => _findings.Add(new(PartnerFinding.WrongForm, At(name)));

    public void Missing(string name) => _findings.Add(new(PartnerFinding.Missing, At(name)));

    private string At(string name) => $"{_pointer}/{name}";

    private JsonElement[] Elements(string name, int most)
    {
        if (!TryTake(name, required: false, out JsonElement value)) return [];
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() is var length && length > 0 && length <= most) return [.. value.EnumerateArray()];
        Wrong(name);
        return [];
    }

    private bool TryTake(string name, bool required, out JsonElement value)
    {
        _asked.Add(name);
        if (_members.TryGetValue(name, out value)) return true;
        if (required) Missing(name);
        return false;
    }

    // Half of a surrogate pair throws.
    private static string? TryString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
