using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>Reads and writes a record of any type, by its <c>type</c>.</summary>
internal static class RecordJson
{
    public static void Write(Utf8JsonWriter writer, PoliceRecord value) => ModelTypes.Write(writer, value);

    /// <summary>The place of a type that the model does not define.</summary>
    private const int Unknown = -1;

    /// <summary>The place of no type at all: the member is missing or no string.</summary>
    public const int NoType = -2;

    public static bool IsBundle(int type) => type >= 0 && ModelTypes.All[type] == "bundle";

    public static bool TryRead(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out PoliceRecord? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        Utf8JsonReader ahead = reader;
        value = Read(FindType(ref ahead), ref reader, context);
        return true;
    }

    /// <summary>Reads the record at whose first token the reader stands, as the type that was seen there.</summary>
    public static PoliceRecord Read(int type, ref Utf8JsonReader reader, ReadContext context)
    {
        if (ModelTypes.TryRead(type, ref reader, context, out PoliceRecord? value)) return value;
        // Inside a bundle a record without a type does not spoil the rest; at the top of a document it makes the text unreadable.
        context.Note(type == NoType ? FindingRules.NoType : FindingRules.UnknownType, reader.TokenStartIndex);
        return ReadUnknown(ref reader, context);
    }

    /// <summary>
    /// The place of the type in a text that begins as this package writes it, with a canonical id and the type; null for any other text, also
    /// one of the same record. It spares most texts the search of <see cref="FindType"/>.
    /// </summary>
    public static int? TypeAsWritten(ReadOnlySpan<byte> utf8)
    {
        const int IdEnd = 7 + 45;
        if (utf8.Length < IdEnd + 10 || !utf8.StartsWith("{\"id\":\""u8) || !utf8[IdEnd..].StartsWith("\",\"type\":\""u8)) return null;
        if (utf8[7..IdEnd].ContainsAny((byte)'"', (byte)'\\')) return null;
        ReadOnlySpan<byte> type = utf8[(IdEnd + 10)..];
        int end = type.IndexOf((byte)'"');
        int place = end < 0 ? Unknown : ModelTypes.Find(type[..end]);
        return place >= 0 ? place : null;
    }

    /// <summary>The place of the record's type among those of the model. Moves the reader from the record's first token to its type.</summary>
    public static int FindType(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType) return reader.TokenType == JsonTokenType.String ? Place(ref reader) : NoType;
            if (!reader.TrySkip()) return NoType;
        }

        return NoType;
    }

    private static int Place(ref Utf8JsonReader reader)
    {
        int type = NameReader.IsPlain(ref reader) ? ModelTypes.Find(reader.ValueSpan) : NameReader.Find(ref reader, ModelTypes.Find);
        return type >= 0 ? type : Unknown;
    }

    public static UnknownRecord ReadUnknown(ref Utf8JsonReader reader, ReadContext context)
    {
        ReadContext silent = context.WithoutNotes();
        if (context.Ceiling is not null) RefuseAboveCeiling(reader, silent);
        JsonElement content = JsonValues.ReadRaw(ref reader, context);
        string? type = content.TryGetProperty("type"u8, out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        return new UnknownRecord(type, new RawJson(content))
        {
            Id = Text<RecordId>(content, "id"),
            ModelVersion = content.TryGetProperty("modelVersion"u8, out JsonElement version) && version.ValueKind == JsonValueKind.String ? version.GetString() : null,
            Controllers = List<Agency>(content, "controllers", silent, AgencyJson.TryRead),
            Marking = Part<Marking>(content, "marking", silent, MarkingJson.TryRead),
            Status = Part<RecordStatus>(content, "status", silent, RecordStatusJson.TryRead),
        };
    }

    // Ahead of the reading, since what is kept whole is copied; reading a marking above the ceiling ends it.
    private static void RefuseAboveCeiling(Utf8JsonReader ahead, ReadContext context)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isMarking = ahead.ValueTextEquals("marking"u8);
            ahead.Read();
            if (isMarking && MarkingJson.TryRead(ref ahead, context, out _)) continue;
            ahead.Skip();
        }
    }

    private static T Text<T>(JsonElement content, string name)
        where T : struct, ITextValue<T> =>
        content.TryGetProperty(name, out JsonElement given) && given.ValueKind == JsonValueKind.String ? T.FromText(given.GetString()!) : default;

    private static T? Part<T>(JsonElement content, string name, ReadContext context, ElementReader<T> read)
        where T : class
    {
        if (!content.TryGetProperty(name, out JsonElement given)) return null;
        Utf8JsonReader reader = ReaderOf(given);
        return read(ref reader, context, out T? value) ? value : null;
    }

    private static ValueList<T> List<T>(JsonElement content, string name, ReadContext context, ElementReader<T> read)
    {
        if (!content.TryGetProperty(name, out JsonElement given)) return default;
        Utf8JsonReader reader = ReaderOf(given);
        return JsonValues.TryList(ref reader, context, read, out ValueList<T> list) ? list : default;
    }

    private static Utf8JsonReader ReaderOf(JsonElement value)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(value.GetRawText()), new JsonReaderOptions { MaxDepth = JsonLocator.AnyDepth });
        reader.Read();
        return reader;
    }
}
