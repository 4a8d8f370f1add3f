using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>
/// Reads one value of each kind. Every method stands at the value's first token; it gives false for a value of the wrong kind, and then
/// the reader stands there still, so that the caller can keep the value as it is.
/// </summary>
/// <remarks>
/// Those that a record's reader calls by the dozen are not inlined there: clearing its frame would cost more than the calls.
/// </remarks>
internal static class JsonValues
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryString(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out string? value)
    {
        bool read = reader.TokenType == JsonTokenType.String;
        value = read ? context.String(ref reader) : null;
        return read;
    }

    /// <summary>The version of the model: nearly always this one, which then is not made again for each record.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryModelVersion(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out string? value)
    {
        value = PoliceRecord.CurrentModelVersion;
        bool isCurrent = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value);
        return isCurrent || TryString(ref reader, context, out value);
    }

    public static bool TryBoolean(ref Utf8JsonReader reader, out bool? value)
    {
        value = reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };
        return value is not null;
    }

    public static bool TryInteger(ref Utf8JsonReader reader, out int? value)
    {
        value = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number : null;
        return value is not null;
    }

    /// <summary>A number that a decimal holds digit for digit (the sign of zero aside); any other is kept as it came.</summary>
    public static bool TryDecimal(ref Utf8JsonReader reader, out decimal? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.Number || reader.HasValueSequence && reader.ValueSequence.Length > 28) return false;
        ReadOnlySpan<byte> text = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
        if (text.Length > 28 || text.IndexOfAny((byte)'e', (byte)'E') >= 0) return false;
        if (!reader.TryGetDecimal(out decimal number)) return false;
        value = number;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryText<T>(ref Utf8JsonReader reader, ReadContext context, out T value)
        where T : struct, ITextValue<T>
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String) return false;
        if (!reader.HasValueSequence && !reader.ValueIsEscaped && reader.ValueSpan.Length <= context.Limits.StringBytes)
        {
            value = T.FromUtf8(reader.ValueSpan);
            // What is well formed is ASCII. The rest is decoded with a check, since where the serializer of the platform calls, nobody has checked it.
            if (!value.IsMalformed) return true;
        }

        value = T.FromText(context.String(ref reader));
        return true;
    }

    public static bool TryRaw(ref Utf8JsonReader reader, ReadContext context, out RawJson value)
    {
        value = new(ReadRaw(ref reader, context, context.Limits.ExtensionDepth));
        return true;
    }

    /// <summary>Reads any value whole, and refuses duplicate names, broken text and what is over a limit at any depth in it.</summary>
    public static JsonElement ReadRaw(ref Utf8JsonReader reader, ReadContext context, int depth = JsonLocator.AnyDepth)
    {
        long offset = reader.TokenStartIndex;
        JsonElement element = JsonElement.ParseValue(ref reader);
        return InteroperableJson.Fault(element, context.Limits, depth) is { } rule ? throw new UnreadableException(rule, offset) : element;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryCode<T>(ref Utf8JsonReader reader, ReadContext context, CodeTable<T> table, [NotNullWhen(true)] out T? value)
        where T : CodedValue
    {
        value = null;
        if (reader.TokenType == JsonTokenType.StartObject) return TryCodeObject(ref reader, context, table, out value);
        if (reader.TokenType != JsonTokenType.String) return false;
        value = reader.HasValueSequence || reader.ValueIsEscaped ? null : table.Find(reader.ValueSpan);
        value ??= table.Of(context.String(ref reader));
        return true;
    }

    /// <summary>Reads the tier of a marking. What is above the ceiling ends the reading there.</summary>
    public static bool TryTier(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out SecurityTier? tier)
    {
        long start = reader.TokenStartIndex;
        if (!TryCode(ref reader, context, SecurityTier.Table, out tier)) return false;
        if (MarkingOrder.IsAbove(tier, context.Ceiling)) throw new UnreadableException(FindingRules.AboveCeiling, start);
        return true;
    }

    private static bool TryCodeObject<T>(ref Utf8JsonReader reader, ReadContext context, CodeTable<T> table, [NotNullWhen(true)] out T? value)
        where T : CodedValue
    {
        MemberReader members = new(context, reader.TokenStartIndex);
        Span<string?> parts = new string?[CodeMembers.Names.Length];
        while (members.Next(ref reader))
        {
            int member = CodeMembers.Find(ref reader);
            if (member < 0) members.KeepUnknown(ref reader);
            else if (members.Enter(ref reader, member) && !TryString(ref reader, context, out parts[member]))
                members.KeepWrongKind(ref reader, CodeMembers.Names[member]);
        }

        UnknownMembers? unknown = members.End(0, CodeMembers.Names);
        value = table.Make(CodeMembers.Parts(parts), unknown);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryList<T>(ref Utf8JsonReader reader, ReadContext context, ElementReader<T> element, out ValueList<T> list)
    {
        list = default;
        if (reader.TokenType != JsonTokenType.StartArray) return false;
        Utf8JsonReader start = reader;
        int mark = context.Mark;
        ListBuffer<T> items = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // An element of the wrong kind: the whole list is kept as it came.
            if (reader.TokenType == JsonTokenType.Null || !element(ref reader, context, out T? item))
            {
                context.KeepWhole(mark, reader.TokenStartIndex);
                reader = start;
                return false;
            }

            if (items.Count >= context.Limits.Elements) throw new UnreadableException(FindingRules.OverLimit, reader.TokenStartIndex);
            items.Add(item);
        }

        if (items.Count == 0) context.Note(FindingRules.NullOrEmpty, start.TokenStartIndex);
        list = new(items.ToArray());
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryMap<T>(ref Utf8JsonReader reader, ReadContext context, ElementReader<T> element, out ValueMap<T> map)
    {
        map = default;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        Utf8JsonReader start = reader;
        int mark = context.Mark;
        ListBuffer<KeyValuePair<string, T>> items = default;
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (items.Count >= context.Limits.Members) throw new UnreadableException(FindingRules.OverLimit, reader.TokenStartIndex);
            string key = context.String(ref reader);
            if (!keys.Add(key)) throw new UnreadableException(FindingRules.DuplicateName, reader.TokenStartIndex);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null || !element(ref reader, context, out T? item))
            {
                context.KeepWhole(mark, reader.TokenStartIndex);
                reader = start;
                return false;
            }

            items.Add(new(key, item));
        }

        if (items.Count == 0) context.Note(FindingRules.NullOrEmpty, start.TokenStartIndex);
        map = new(items.ToArray());
        return true;
    }
}
