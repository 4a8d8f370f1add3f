using System.Globalization;
using System.Text;
using System.Text.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>
/// Turns bytes into places, and pointers into bytes, by one walk over the text. Names that the model does not define are written
/// <c>~[n]</c>: they may be a person's.
/// </summary>
internal static class JsonLocator
{
    /// <summary>More levels than any limit lets in, so that a walk for places never ends for depth.</summary>
    public const int AnyDepth = 1_000;

    private static Utf8JsonReader NewReader(ReadOnlySpan<byte> utf8) => new(utf8, new JsonReaderOptions { MaxDepth = AnyDepth });

    /// <summary>The pointer of the value whose first token begins at each offset, or of the nearest value around it; offsets ascend.</summary>
    public static JsonPlace[] Locate(ReadOnlySpan<byte> utf8, ReadOnlySpan<long> offsets)
    {
        JsonPlace[] places = new JsonPlace[offsets.Length];
        int next = 0;
        Walk walk = new();
        Utf8JsonReader reader = NewReader(utf8);
        try
        {
            while (next < offsets.Length && reader.Read())
            {
                // What lies before this token lies in the one before it.
                for (; next < offsets.Length && offsets[next] < reader.TokenStartIndex; next++) places[next] = new(walk.Pointer(), offsets[next]);
                walk.Take(ref reader);
                for (; next < offsets.Length && offsets[next] == reader.TokenStartIndex; next++) places[next] = new(walk.Pointer(), offsets[next]);
            }
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            // Broken further on: what comes after is placed where the walk ended.
        }

        for (; next < offsets.Length; next++) places[next] = new(walk.Pointer(), offsets[next]);
        return places;
    }

    /// <summary>What stops a reader first in a text that one has stopped in: a level too many, or a token that is none; and where it begins.</summary>
    public static (FindingRule Rule, long Offset) FirstFault(ReadOnlySpan<byte> utf8, int depth)
    {
        Utf8JsonReader reader = NewReader(utf8);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= depth)
                    return (FindingRules.OverLimit, reader.TokenStartIndex);
        }
        catch (JsonException)
        {
            // Nothing is taken from the exception: its message can quote the rest of the text.
        }

        long offset = reader.BytesConsumed;
        while (offset < utf8.Length && utf8[(int)offset] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)':') offset++;
        return (FindingRules.NotJson, offset);
    }

    /// <summary>The first bytes of the values at these pointers, as the validator writes them.</summary>
    public static Dictionary<string, long> Find(ReadOnlySpan<byte> utf8, HashSet<string> pointers)
    {
        Dictionary<string, long> found = new(StringComparer.Ordinal);
        Walk walk = new();
        Utf8JsonReader reader = NewReader(utf8);
        while (found.Count < pointers.Count && reader.Read())
        {
            walk.Take(ref reader);
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            string pointer = walk.Pointer();
            if (pointers.Contains(pointer)) found.TryAdd(pointer, reader.TokenStartIndex);
        }

        return found;
    }

    /// <summary>A member's name as a segment of a pointer.</summary>
    public static string Segment(string name, int place) =>
        DefinedNames.Contains(name) ? name : string.Create(CultureInfo.InvariantCulture, $"~[{place}]");

    private sealed class Walk
    {
        private readonly List<Frame> _frames = [];

        public void Take(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // The name's own place is the member's: a duplicate, or a value that is broken, is there.
                    Frame top = _frames[^1];
                    _frames[^1] = top with { Count = top.Count + 1, Segment = Segment(Name(ref reader), top.Count) };
                    return;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _frames.RemoveAt(_frames.Count - 1);
                    return;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Enter();
                    _frames.Add(new Frame(reader.TokenType == JsonTokenType.StartArray, 0, null));
                    return;
                default:
                    Enter();
                    return;
            }
        }

        // An element begins: its place is noted with its array, as a member's name is with its object.
        private void Enter()
        {
            if (_frames is not [.., { IsArray: true } top]) return;
            _frames[^1] = top with { Count = top.Count + 1, Segment = top.Count.ToString(CultureInfo.InvariantCulture) };
        }

        private static string Name(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return "";
            }
        }

        public string Pointer()
        {
            StringBuilder pointer = new();
            foreach (Frame frame in _frames)
                if (frame.Segment is not null) pointer.Append('/').Append(frame.Segment);
            return pointer.ToString();
        }

        private readonly record struct Frame(bool IsArray, int Count, string? Segment);
    }
}
