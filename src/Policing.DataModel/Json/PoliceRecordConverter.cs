using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Policing.DataModel.Json;

/// <summary>Gives every record its wire format, by its <c>type</c>, whatever the options of the caller.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PoliceRecordConverter : JsonConverter<PoliceRecord>
{
    /// <inheritdoc/>
    public override PoliceRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConverterBoundary.Read<PoliceRecord>(ref reader, RecordJson.TryRead);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PoliceRecord value, JsonSerializerOptions options) => RecordJson.Write(writer, value);
}
