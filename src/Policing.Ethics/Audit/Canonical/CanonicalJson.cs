using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Policing.Ethics.Audit;

/// <summary>
/// The canonical form of JSON of RFC 8785: no white space, members in the order of the UTF-16 code units of their names, one spelling for every text and number.
/// Two programs that agree on the data agree on its bytes, and so on its hash. Thread-safe.
/// </summary>
/// <remarks>
/// Numbers are doubles, as RFC 8785 has it: digits beyond the 17th, and whole numbers beyond 2^53, are rounded. What must be kept exactly is written as a text.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The most bytes that are read: 16 MiB.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The most objects and arrays within each other.</summary>
    public const int MostDepth = 64;

    /// <summary>The canonical form of a JSON text.</summary>
    /// <param name="json">UTF-8 without a byte order mark; at most <see cref="MostBytes"/> long and <see cref="MostDepth"/> deep.</param>
    /// <returns>UTF-8.</returns>
    /// <exception cref="CanonicalJsonException">The text has none.</exception>
    public static byte[] From(ReadOnlyMemory<byte> json)
    {
        CanonicalJsonFault fault = TryFrom(json, out byte[] canonical);
        return fault == CanonicalJsonFault.None ? canonical : throw new CanonicalJsonException(fault);
    }

    /// <summary>The canonical form of a JSON text, without an exception.</summary>
    /// <param name="json">UTF-8 without a byte order mark.</param>
    /// <param name="canonical">UTF-8; empty where there is none.</param>
    /// <returns>Why there is none; <see cref="CanonicalJsonFault.None"/> where there is.</returns>
    public static CanonicalJsonFault TryFrom(ReadOnlyMemory<byte> json, out byte[] canonical)
    {
        canonical = [];
        if (json.Length > MostBytes) return CanonicalJsonFault.TooLong;
        if (!Utf8.IsValid(json.Span)) return CanonicalJsonFault.NotJson;
        if (DepthFault(json.Span) is CanonicalJsonFault fault and not CanonicalJsonFault.None) return fault;
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MostDepth });
        ArrayBufferWriter<byte> output = new(json.Length);
        fault = Write(document.RootElement, output);
        if (fault == CanonicalJsonFault.None) canonical = output.WrittenSpan.ToArray();
        return fault;
    }

    // One pass without a tree, so that what is not JSON and what is too deep are told apart.
    private static CanonicalJsonFault DepthFault(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MostDepth + 1 });
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth >= MostDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return CanonicalJsonFault.TooDeep;
            return CanonicalJsonFault.None;
        }
        catch (JsonException)
        {
            return CanonicalJsonFault.NotJson;
        }
    }

    private static CanonicalJsonFault Write(JsonElement value, ArrayBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return WriteObject(value, output);
            case JsonValueKind.Array:
                return WriteArray(value, output);
            case JsonValueKind.String:
                return WriteText(Text(value), output);
            case JsonValueKind.Number:
                return WriteNumber(value, output);
            default:
                output.Write(value.ValueKind switch { JsonValueKind.True => "true"u8, JsonValueKind.False => "false"u8, _ => "null"u8 });
                return CanonicalJsonFault.None;
        }
    }

    private static CanonicalJsonFault WriteObject(JsonElement value, ArrayBufferWriter<byte> output)
    {
        List<(string Name, JsonElement Value)> members = [];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (Name(member) is not string name) return CanonicalJsonFault.LoneSurrogate;
            members.Add((name, member.Value));
        }
        members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));

        Put(output, '{');
        for (int i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i - 1].Name == members[i].Name) return CanonicalJsonFault.DuplicateName;
            if (i > 0) Put(output, ',');
            CanonicalJsonFault fault = WriteText(members[i].Name, output);
            Put(output, ':');
            if (fault == CanonicalJsonFault.None) fault = Write(members[i].Value, output);
            if (fault != CanonicalJsonFault.None) return fault;
        }
        Put(output, '}');
        return CanonicalJsonFault.None;
    }

    private static CanonicalJsonFault WriteArray(JsonElement value, ArrayBufferWriter<byte> output)
    {
        Put(output, '[');
        bool isFirst = true;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (!isFirst) Put(output, ',');
            isFirst = false;
            CanonicalJsonFault fault = Write(item, output);
            if (fault != CanonicalJsonFault.None) return fault;
        }
        Put(output, ']');
        return CanonicalJsonFault.None;
    }

    private static CanonicalJsonFault WriteNumber(JsonElement value, ArrayBufferWriter<byte> output)
    {
        if (!value.TryGetDouble(out double number) || !double.IsFinite(number)) return CanonicalJsonFault.NumberOutOfRange;
        Encoding.UTF8.GetBytes(CanonicalNumber.Text(number), output);
        return CanonicalJsonFault.None;
    }

    private static CanonicalJsonFault WriteText(string? text, ArrayBufferWriter<byte> output)
    {
        if (text is null) return CanonicalJsonFault.LoneSurrogate;
        StringBuilder escaped = new(text.Length + 2);
        escaped.Append('"');
        foreach (char c in text) CanonicalWriter.Escape(c, escaped);
        escaped.Append('"');
        Encoding.UTF8.GetBytes(escaped.ToString(), output);
        return CanonicalJsonFault.None;
    }

    // The platform throws for half a pair.
    private static string? Text(JsonElement value)
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

    private static string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Put(ArrayBufferWriter<byte> output, char c)
    {
        output.GetSpan(1)[0] = (byte)c;
        output.Advance(1);
    }
}
