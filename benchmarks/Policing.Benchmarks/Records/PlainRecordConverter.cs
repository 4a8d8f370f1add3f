using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Policing.Benchmarks.Records;

/// <summary>
/// Chooses the class by <c>type</c>, as somebody who knows System.Text.Json well would: it looks ahead with a copy of the reader, calls the
/// class's converter (which spares the second scan of the serializer), and writes by the generated fast path. The attributes for polymorphism
/// would lose the peer its fast path, and write the type before the id.
/// </summary>
internal sealed class PlainRecordConverter : JsonConverter<PlainRecord>
{
    public override PlainRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader ahead = reader;
        if (!FindType(ref ahead)) throw new JsonException("A record without a type.");
        if (ahead.ValueTextEquals("person"u8)) return Read(ref reader, PlainContext.Default.PlainPerson);
        if (ahead.ValueTextEquals("crime"u8)) return Read(ref reader, PlainContext.Default.PlainCrime);
        if (ahead.ValueTextEquals("location"u8)) return Read(ref reader, PlainContext.Default.PlainLocation);
        if (ahead.ValueTextEquals("link"u8)) return Read(ref reader, PlainContext.Default.PlainLink);
        if (ahead.ValueTextEquals("stop-search"u8)) return Read(ref reader, PlainContext.Default.PlainStopSearch);
        throw new JsonException("A type that the peer does not know.");
    }

    private static bool FindType(ref Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = ahead.ValueTextEquals("type"u8);
            ahead.Read();
            if (isType) return true;
            ahead.Skip();
        }

        return false;
    }

    private static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
        where T : PlainRecord => ((JsonConverter<T>)type.Converter).Read(ref reader, typeof(T), type.Options);

    public override void Write(Utf8JsonWriter writer, PlainRecord value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case PlainPerson person: JsonSerializer.Serialize(writer, person, PlainContext.Default.PlainPerson); break;
            case PlainCrime crime: JsonSerializer.Serialize(writer, crime, PlainContext.Default.PlainCrime); break;
            case PlainLocation location: JsonSerializer.Serialize(writer, location, PlainContext.Default.PlainLocation); break;
            case PlainLink link: JsonSerializer.Serialize(writer, link, PlainContext.Default.PlainLink); break;
            case PlainStopSearch search: JsonSerializer.Serialize(writer, search, PlainContext.Default.PlainStopSearch); break;
            default: throw new JsonException("A type that the peer does not know.");
        }
    }
}
