using System.Globalization;
using System.Text.Json;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>Answers for one record whether JSON Pointers lead to values, over the record as it would be written.</summary>
internal sealed class MemberPresence
{
    private readonly string _type;
    private readonly JsonElement _root;

    private MemberPresence(string type, JsonElement root)
    {
        _type = type;
        _root = root;
    }

    public static MemberPresence Of(PoliceRecord record) => new(record.Type, JsonElement.Parse(PoliceJson.Write(record), new JsonDocumentOptions { MaxDepth = JsonLocator.AnyDepth }));

    public Presence Ask(string pointer)
    {
        if (pointer.Length == 0 || pointer[0] != '/') return Presence.Nowhere;
        string[] segments = pointer[1..].Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            if (!TryUnescape(segments[i], out segments[i])) return Presence.Nowhere;
        }

        if (!ModelTypes.HasMember(_type, segments[0])) return Presence.Nowhere;
        JsonElement value = _root;
        foreach (string segment in segments)
            if (!TryStep(value, segment, out value)) return Presence.Absent;
        return Presence.Present;
    }

    private static bool TryStep(JsonElement value, string segment, out JsonElement next)
    {
        next = default;
        if (value.ValueKind == JsonValueKind.Object) return value.TryGetProperty(segment, out next);
        if (value.ValueKind != JsonValueKind.Array || !int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index)) return false;
        if (index >= value.GetArrayLength()) return false;
        next = value[index];
        return true;
    }

    // RFC 6901 3: '~' only as ~0 or ~1.
    private static bool TryUnescape(string segment, out string text)
    {
        text = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        for (int at = segment.IndexOf('~', StringComparison.Ordinal); at >= 0; at = segment.IndexOf('~', at + 1))
            if (at + 1 == segment.Length || segment[at + 1] is not ('0' or '1')) return false;
        return true;
    }
}
