using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Policing.DataModel.Json;

/// <summary>An array of what the caller's options make of the element; null is the empty list.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (reader.TokenType != JsonTokenType.StartArray) throw ConverterBoundary.Safe("PSDK-JSON-0007: The value is not an array.");
        try
        {
            return ReadElements(ref reader, options);
        }
        catch (JsonException)
        {
            // The platform's messages quote text and keys; an element of ours says no more than this either.
            throw ConverterBoundary.Safe("PSDK-JSON-0007: The array holds what is not JSON, or an element of the wrong kind.");
        }
    }

    private static ValueList<T> ReadElements(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        JsonTypeInfo<T> element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        ListBuffer<T> items = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            T? item = JsonSerializer.Deserialize(ref reader, element);
            if (item is null) throw ConverterBoundary.Safe("PSDK-JSON-0007: A list has no null elements.");
            items.Add(item);
        }

        return new(items.ToArray());
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        JsonTypeInfo<T> element = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        foreach (T item in value) JsonSerializer.Serialize(writer, item, element);
        writer.WriteEndArray();
    }
}
