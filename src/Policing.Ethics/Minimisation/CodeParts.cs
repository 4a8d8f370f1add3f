using System.Text.Json;

namespace Policing.Ethics.Minimisation;

/// <summary>The members of the object form of a code. Source: docs/wire-format.md.</summary>
internal static class CodeParts
{
    public static int Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("list"u8)) return 0;
        if (reader.ValueTextEquals("code"u8)) return 1;
        if (reader.ValueTextEquals("label"u8)) return 2;
        if (reader.ValueTextEquals("national"u8)) return 3;
        return reader.ValueTextEquals("text"u8) ? 4 : -1;
    }

    public static ReadOnlySpan<byte> Prefix(int part) => part switch
    {
        0 => "\"list\":"u8,
        1 => "\"code\":"u8,
        2 => "\"label\":"u8,
        3 => "\"national\":"u8,
        _ => "\"text\":"u8,
    };
}
