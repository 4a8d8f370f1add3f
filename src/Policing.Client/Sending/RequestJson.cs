using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>Writes bodies of requests that are no records.</summary>
internal static class RequestJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> members)
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            members(json, value);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        using IEnumerator<string> each = texts.GetEnumerator();
        if (!each.MoveNext()) return;
        json.WriteStartArray(name);
        do json.WriteStringValue(each.Current); while (each.MoveNext());
        json.WriteEndArray();
    }

    public static void WriteAgencies(Utf8JsonWriter json, string name, ValueList<Agency> agencies)
    {
        if (agencies.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (Agency agency in agencies)
        {
            json.WriteStartObject();
            if (agency.Scheme?.OwnCode is { } scheme) json.WriteString("scheme", scheme);
            json.WriteString("id", agency.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
