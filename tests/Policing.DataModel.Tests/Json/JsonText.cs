using System.Buffers;
using System.Text;
using System.Text.Json;
using Policing.DataModel.Json;

namespace Policing.DataModel.Tests.Json;

/// <summary>Ways to hand the same JSON to a reader, and to compare JSON without the code under test.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    public static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    public static string Write(PoliceRecord record) => Text(PoliceJson.Write(record));

    /// <summary>The bytes in segments of this many.</summary>
    public static ReadOnlySequence<byte> Segments(byte[] utf8, int size)
    {
        if (utf8.Length <= size) return new(utf8);
        Segment first = new(utf8.AsMemory(0, size), 0);
        Segment last = first;
        for (int at = size; at < utf8.Length; at += size) last = last.Append(utf8.AsMemory(at, Math.Min(size, utf8.Length - at)));
        return new(first, 0, last, last.Memory.Length);
    }

    /// <summary>Reads through System.Text.Json from segments.</summary>
    public static T? FromSegments<T>(byte[] utf8, int size = 5)
    {
        Utf8JsonReader reader = new(Segments(utf8, size));
        return JsonSerializer.Deserialize<T>(ref reader);
    }

    /// <summary>The same JSON, every character of every string and name escaped.</summary>
    public static string Escaped(string json)
    {
        StringBuilder escaped = new();
        bool inside = false;
        for (int i = 0; i < json.Length; i++)
        {
            char c = json[i];
            if (c == '"') inside = !inside;
            if (!inside || c == '"') escaped.Append(c);
            else if (c == '\\' && json[i + 1] != 'u') escaped.Append(c).Append(json[++i]);
            else if (c == '\\') (_, i) = (escaped.Append(json, i, 6), i + 5);
            else escaped.Append($"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }

    /// <summary>JSON equality, member order aside.</summary>
    public static bool Same(string left, string right) =>
        JsonElement.DeepEquals(JsonElement.Parse(left), JsonElement.Parse(right));

    /// <summary>
    /// JSON equality after what the wire format normalises: nulls and empty arrays that are members, and a code object with a code alone.
    /// </summary>
    public static bool SameNormalised(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        JsonElement.DeepEquals(Normal(left), Normal(right));

    private static JsonElement Normal(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        JsonElement given = JsonElement.Parse(utf8, Deep);
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output)) Normalise(given, writer);
        return JsonElement.Parse(output.WrittenSpan, Deep);
    }

    private static void Normalise(JsonElement value, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (JsonElement item in value.EnumerateArray()) Normalise(item, writer);
            writer.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            JsonProperty[] members = [.. value.EnumerateObject().Where(p => !IsNothing(p.Value))];
            if (members is [{ Name: "code", Value.ValueKind: JsonValueKind.String }])
            {
                members[0].Value.WriteTo(writer);
                return;
            }

            writer.WriteStartObject();
            foreach (JsonProperty member in members)
            {
                writer.WritePropertyName(member.Name);
                Normalise(member.Value, writer);
            }

            writer.WriteEndObject();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
        || (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => IsNothing(p.Value)));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index)
        {
            Memory = memory;
            RunningIndex = index;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            Segment next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
