using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Policing.DataModel.Json;

/// <summary>Reads any object as an <see cref="UnknownRecord"/>, also one whose type is known.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnknownRecordConverter : JsonConverter<UnknownRecord>
{
    /// <inheritdoc/>
    public override UnknownRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConverterBoundary.Read<UnknownRecord>(ref reader, TryRead);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UnknownRecord value, JsonSerializerOptions options) => RecordJson.Write(writer, value);

    private static bool TryRead(ref Utf8JsonReader reader, ReadContext context, [MaybeNullWhen(false)] out UnknownRecord value)
    {
        value = reader.TokenType == JsonTokenType.StartObject ? RecordJson.ReadUnknown(ref reader, context) : null;
        return value is not null;
    }
}
