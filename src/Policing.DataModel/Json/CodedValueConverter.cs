using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Json;

/// <summary>Gives a coded value its wire format, a string or an object, in users' own types.</summary>
/// <typeparam name="T">The code type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CodedValueConverter<T> : JsonConverter<T>
    where T : CodedValue, ICodedValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConverterBoundary.Read<T>(ref reader, TryRead);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => MemberWriter.Value(writer, value);

    private static bool TryRead(ref Utf8JsonReader reader, ReadContext context, [MaybeNullWhen(false)] out T value) =>
        JsonValues.TryCode(ref reader, context, T.BuiltInTable, out value);
}
