using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Policing.DataModel.Json;

/// <summary>Gives a value its wire format, a string, in users' own types. Null is absent, and absent is written as null.</summary>
/// <typeparam name="T">The value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextValueConverter<T> : JsonConverter<T>
    where T : struct, ITextValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : ConverterBoundary.Read<T>(ref reader, JsonValues.TryText);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.IsAbsent) writer.WriteNullValue();
        else writer.WriteStringValue(value.Text);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.FromText(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Text);
}
