using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>Reads and writes a record of any type, by its <c>type</c>.</summary>
internal static class RecordJson
{
    public static void Write(Utf8JsonWriter writer, PoliceRecord value) => ModelTypes.Write(writer, value);

    public static bool TryRead(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out PoliceRecord? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        switch (PeekType(reader, out int type))
        {
            case TypeFound.Known:
                return ModelTypes.TryRead(type, ref reader, context, out value);
            case TypeFound.Unknown:
                context.Note(FindingRules.UnknownType, reader.TokenStartIndex);
                value = ReadUnknown(ref reader, context);
                return true;
            case TypeFound.None:
                // At the top of a document this makes the text unreadable; inside a bundle the rest is still good.
                context.Note(FindingRules.NoType, reader.TokenStartIndex);
                value = ReadUnknown(ref reader, context);
                return true;
            default:
                throw new InvalidOperationException("The peek has three answers.");
        }
    }

    private enum TypeFound
    {
        Known,
        Unknown,
        None,
    }

    // The reader comes by value: the caller's stays where it is.
    private static TypeFound PeekType(Utf8JsonReader reader, out int type)
    {
        type = -1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (!isType)
            {
                if (!reader.TrySkip()) return TypeFound.None;
                continue;
            }

            if (reader.TokenType != JsonTokenType.String) return TypeFound.None;
            type = NameReader.IsPlain(ref reader) ? ModelTypes.Find(reader.ValueSpan) : NameReader.Find(ref reader, ModelTypes.Find);
            return type >= 0 ? TypeFound.Known : TypeFound.Unknown;
        }

        return TypeFound.None;
    }

    public static UnknownRecord ReadUnknown(ref Utf8JsonReader reader, ReadContext context)
    {
        JsonElement content = JsonValues.ReadRaw(ref reader, context);
        string? type = content.TryGetProperty("type"u8, out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        return new UnknownRecord(type, new RawJson(content))
        {
            Id = Text<RecordId>(content, "id"),
            ModelVersion = content.TryGetProperty("modelVersion"u8, out JsonElement version) && version.ValueKind == JsonValueKind.String ? version.GetString() : null,
            Controllers = List<Agency>(content, "controllers", AgencyJson.TryRead),
            Marking = Part<Marking>(content, "marking", MarkingJson.TryRead),
            Status = Part<RecordStatus>(content, "status", RecordStatusJson.TryRead),
        };
    }

    private static T Text<T>(JsonElement content, string name)
        where T : struct, ITextValue<T> =>
        content.TryGetProperty(name, out JsonElement given) && given.ValueKind == JsonValueKind.String ? T.FromText(given.GetString()!) : default;

    private static T? Part<T>(JsonElement content, string name, ElementReader<T> read)
        where T : class
    {
        if (!content.TryGetProperty(name, out JsonElement given)) return null;
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(given.GetRawText()));
        reader.Read();
        return read(ref reader, ReadContext.Silent, out T? value) ? value : null;
    }

    private static ValueList<T> List<T>(JsonElement content, string name, ElementReader<T> read)
    {
        if (!content.TryGetProperty(name, out JsonElement given)) return default;
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(given.GetRawText()));
        reader.Read();
        return JsonValues.TryList(ref reader, ReadContext.Silent, read, out ValueList<T> list) ? list : default;
    }
}
