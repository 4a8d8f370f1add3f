using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Policing.DataModel.Json;

/// <summary>Keeps any JSON value as it came.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <inheritdoc/>
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConverterBoundary.Read<RawJson>(ref reader, TryRead);

    private static bool TryRead(ref Utf8JsonReader reader, ReadContext context, out RawJson value)
    {
        value = new(JsonValues.ReadRaw(ref reader, context));
        return true;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
    {
        if (value.IsAbsent) writer.WriteNullValue();
        else value.Element.WriteTo(writer);
    }
}
