using System.Text.Json;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Json;

/// <summary>Writes one member of each kind, and nothing for a value that is absent.</summary>
internal static class MemberWriter
{
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, bool? value)
    {
        if (value is { } known) writer.WriteBoolean(name, known);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, int? value)
    {
        if (value is { } known) writer.WriteNumber(name, known);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, decimal? value)
    {
        if (value is { } known) writer.WriteNumber(name, known);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, RecordId value)
    {
        if (value.IsAbsent) return;
        writer.WritePropertyName(name);
        Span<byte> json = stackalloc byte[48];
        if (value.TryWriteCanonical(json[1..], out int length)) Quoted(writer, json, length);
        else writer.WriteStringValue(value.Text);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, PartialDateTime value)
    {
        if (value.IsAbsent) return;
        writer.WritePropertyName(name);
        Span<byte> json = stackalloc byte[48];
        if (value.IsMalformed) writer.WriteStringValue(value.Text);
        else Quoted(writer, json, value.Write(json[1..]));
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, RecordedTime value)
    {
        if (value.IsAbsent) return;
        writer.WritePropertyName(name);
        Span<byte> json = stackalloc byte[48];
        if (value.IsMalformed) writer.WriteStringValue(value.Text);
        else Quoted(writer, json, value.Write(json[1..]));
    }

    // Nothing in these texts needs escaping: as a raw value they are not searched for it.
    private static void Quoted(Utf8JsonWriter writer, Span<byte> json, int length)
    {
        json[0] = (byte)'"';
        json[length + 1] = (byte)'"';
        writer.WriteRawValue(json[..(length + 2)], skipInputValidation: true);
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, T value)
        where T : struct, ITextValue<T>
    {
        if (!value.IsAbsent) writer.WriteString(name, value.Text);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, RawJson value)
    {
        if (value.IsAbsent) return;
        writer.WritePropertyName(name);
        value.Element.WriteTo(writer);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, CodedValue? value)
    {
        if (value is null) return;
        if (value.IsPlain && value.IsBuiltIn)
        {
            writer.WriteString(name, value.Encoded);
            return;
        }

        writer.WritePropertyName(name);
        Value(writer, value);
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, T? value, ElementWriter<T> write)
        where T : class
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        write(writer, value);
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, ValueList<T> list, ElementWriter<T> write)
    {
        if (list.IsEmpty) return;
        writer.WriteStartArray(name);
        foreach (T item in list) write(writer, item);
        writer.WriteEndArray();
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, ValueMap<T> map, ElementWriter<T> write)
    {
        if (map.IsEmpty) return;
        writer.WriteStartObject(name);
        foreach (KeyValuePair<string, T> entry in map)
        {
            writer.WritePropertyName(entry.Key);
            write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    public static void Value(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public static void Value(Utf8JsonWriter writer, RawJson value) => value.Element.WriteTo(writer);

    public static void Value(Utf8JsonWriter writer, CodedValue value)
    {
        if (!value.IsPlain) CodeMembers.Write(writer, value);
        else if (value.IsBuiltIn) writer.WriteStringValue(value.Encoded);
        else writer.WriteStringValue(value.Code);
    }

    public static void Value<T>(Utf8JsonWriter writer, T value)
        where T : struct, ITextValue<T> => writer.WriteStringValue(value.Text);

    public static void Value(Utf8JsonWriter writer, RecordId value)
    {
        Span<byte> utf8 = stackalloc byte[48];
        if (value.TryWriteCanonical(utf8, out int written)) writer.WriteStringValue(utf8[..written]);
        else writer.WriteStringValue(value.Text);
    }

    public static void Value(Utf8JsonWriter writer, PartialDateTime value)
    {
        Span<byte> utf8 = stackalloc byte[40];
        if (value.IsMalformed) writer.WriteStringValue(value.Text);
        else writer.WriteStringValue(utf8[..value.Write(utf8)]);
    }

    public static void Value(Utf8JsonWriter writer, RecordedTime value)
    {
        Span<byte> utf8 = stackalloc byte[40];
        if (value.IsMalformed || value.IsAbsent) writer.WriteStringValue(value.Text);
        else writer.WriteStringValue(utf8[..value.Write(utf8)]);
    }

    public static void Raw(Utf8JsonWriter writer, in KeyValuePair<string, JsonElement> member)
    {
        writer.WritePropertyName(member.Key);
        member.Value.WriteTo(writer);
    }

    /// <summary>The discriminator, unless another one was kept from what was read.</summary>
    public static void Type(Utf8JsonWriter writer, JsonEncodedText name, PoliceRecord record)
    {
        if (record.Unknown is null || !record.Unknown.TryGetValue("type", out _)) writer.WriteString(name, record.Type);
    }

    /// <summary>What the model does not define; a member that it does define only while that has no value.</summary>
    public static void Unknown<T>(Utf8JsonWriter writer, UnknownMembers unknown, ReadOnlySpan<string> names, T value, Func<T, int, bool> has)
    {
        foreach (ref readonly KeyValuePair<string, JsonElement> member in unknown.AsSpan())
        {
            int known = names.IndexOf(member.Key);
            if (known < 0 || !has(value, known)) Raw(writer, member);
        }
    }
}
