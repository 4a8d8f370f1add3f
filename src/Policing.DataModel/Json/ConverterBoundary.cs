using System.Text.Json;

namespace Policing.DataModel.Json;

/// <summary>
/// Where System.Text.Json calls our converters: whatever goes wrong inside leaves as a <see cref="JsonException"/> that quotes nothing.
/// </summary>
internal static class ConverterBoundary
{
    public static T Read<T>(ref Utf8JsonReader reader, ElementReader<T> read)
    {
        try
        {
            if (read(ref reader, ReadContext.Silent, out T? value)) return value;
        }
        catch (UnreadableException trouble)
        {
            throw Safe(trouble.Rule.Id + ": " + trouble.Rule.Message);
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException or InvalidOperationException)
        {
            throw Safe("PSDK-JSON-0001: The text is not JSON in valid Unicode.");
        }

        throw Safe($"PSDK-JSON-0007: The value has the wrong JSON kind for {typeof(T).Name}.");
    }

    /// <summary>A path that is not null keeps the serializer from adding its own, which can hold map keys.</summary>
    public static JsonException Safe(string message) => new(message, path: "", lineNumber: null, bytePositionInLine: null);
}
