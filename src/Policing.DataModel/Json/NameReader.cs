using System.Text.Json;

namespace Policing.DataModel.Json;

/// <summary>Finds a member by its name, also where the name is escaped or spans segments.</summary>
internal static class NameReader
{
    /// <summary>Longer than any name that the model defines.</summary>
    private const int Longest = 64;

    /// <summary>Finds the place of a name, or -1.</summary>
    internal delegate int Finder(ReadOnlySpan<byte> name);

    public static bool IsPlain(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

    public static int Find(ref Utf8JsonReader reader, Finder find)
    {
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > Longest * 6) return -1;
        Span<byte> name = stackalloc byte[Longest * 6];
        return find(name[..reader.CopyString(name)]);
    }
}
