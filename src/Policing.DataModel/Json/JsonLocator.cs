using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Policing.DataModel.Json;

/// <summary>
/// Turns bytes into places, and pointers into bytes, by one walk over the text. Names that the model does not define are written
/// <c>~[n]</c>: they may be a person's.
/// </summary>
internal static class JsonLocator
{
    /// <summary>The pointer of the value whose first token begins at each offset, or of the nearest value around it; offsets ascend.</summary>
    public static JsonPlace[] Locate(ReadOnlySpan<byte> utf8, ReadOnlySpan<long> offsets)
    {
        JsonPlace[] places = new JsonPlace[offsets.Length];
        int next = 0;
        Walk walk = new();
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = 1_000 });
        try
        {
            while (next < offsets.Length && reader.Read())
            {
                walk.Take(ref reader);
                while (next < offsets.Length && offsets[next] <= reader.TokenStartIndex)
                {
                    places[next] = new(walk.Pointer(), offsets[next]);
                    next++;
                }
            }
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            // Broken further on: what comes after is placed where the walk ended.
        }

        for (; next < offsets.Length; next++) places[next] = new(walk.Pointer(), offsets[next]);
        return places;
    }

    /// <summary>The first bytes of the values at these pointers, as the validator writes them; -1 where there is none.</summary>
    public static Dictionary<string, long> Find(ReadOnlySpan<byte> utf8, HashSet<string> pointers)
    {
        Dictionary<string, long> found = new(StringComparer.Ordinal);
        Walk walk = new();
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = 1_000 });
        while (found.Count < pointers.Count && reader.Read())
        {
            walk.Take(ref reader);
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            string pointer = walk.Pointer();
            if (pointers.Contains(pointer)) found.TryAdd(pointer, reader.TokenStartIndex);
        }

        return found;
    }

    /// <summary>Line and column, from 1, of a byte; the column counts bytes.</summary>
    public static (long Line, long Column) LineAndColumn(ReadOnlySpan<byte> utf8, long offset)
    {
        ReadOnlySpan<byte> before = utf8[..(int)Math.Clamp(offset, 0, utf8.Length)];
        int lastBreak = before.LastIndexOf((byte)'\n');
        return (before.Count((byte)'\n') + 1, before.Length - lastBreak);
    }

    /// <summary>A member's name as a segment of a pointer.</summary>
    public static string Segment(string name, int place) =>
        DefinedNames.Contains(name) ? name : string.Create(CultureInfo.InvariantCulture, $"~[{place}]");

    private sealed class Walk
    {
        private readonly List<Frame> _frames = [];
        private string? _name;

        public void Take(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Frame top = _frames[^1] with { Count = _frames[^1].Count + 1 };
                    _frames[^1] = top;
                    _name = Segment(Name(ref reader), top.Count - 1);
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

        // A value begins: its segment is noted with its container, so that the pointer can be written.
        private void Enter()
        {
            if (_frames.Count == 0) return;
            Frame top = _frames[^1];
            _frames[^1] = top.IsArray
                ? top with { Count = top.Count + 1, Segment = top.Count.ToString(CultureInfo.InvariantCulture) }
                : top with { Segment = _name };
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
