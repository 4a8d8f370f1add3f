using System.Text.Json;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Json;

/// <summary>The members of the object form of a coded value.</summary>
internal static class CodeMembers
{
    private static readonly string[] All = ["list", "code", "label", "national", "text"];
    private static readonly JsonEncodedText[] Encoded = [.. All.Select(n => JsonEncodedText.Encode(n))];

    public static ReadOnlySpan<string> Names => All;

    public static int Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("list"u8)) return 0;
        if (reader.ValueTextEquals("code"u8)) return 1;
        if (reader.ValueTextEquals("label"u8)) return 2;
        if (reader.ValueTextEquals("national"u8)) return 3;
        return reader.ValueTextEquals("text"u8) ? 4 : -1;
    }

    public static CodeParts Parts(ReadOnlySpan<string?> parts) =>
        new() { List = parts[0], Code = parts[1], Label = parts[2], National = parts[3], Text = parts[4] };

    public static void Write(Utf8JsonWriter writer, CodedValue value)
    {
        ReadOnlySpan<string?> parts = [value.List, value.Code, value.Label, value.National, value.Text];
        writer.WriteStartObject();
        for (int i = 0; i < parts.Length; i++)
            if (parts[i] is not null) writer.WriteString(Encoded[i], parts[i]);
        foreach (ref readonly KeyValuePair<string, JsonElement> member in value.Unknown is null ? default : value.Unknown.AsSpan())
        {
            int known = Names.IndexOf(member.Key);
            if (known < 0 || parts[known] is null) MemberWriter.Raw(writer, member);
        }

        writer.WriteEndObject();
    }
}
