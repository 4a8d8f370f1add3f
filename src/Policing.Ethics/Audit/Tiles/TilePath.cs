using System.Globalization;

namespace Policing.Ethics.Audit;

/// <summary>Where a tile of hashes, or a bundle of entries, lies below the address of a log; C2SP tlog-tiles.</summary>
/// <remarks>Immutable. <c>default</c> has the width 0 and names nothing.</remarks>
public readonly record struct TilePath
{
    /// <summary>The hashes or entries of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The highest level of the format.</summary>
    public const int MostLevel = 63;

    private const string Entries = "entries";
    private const int MostText = 64;

    private TilePath(bool isEntries, int level, ulong index, int width)
    {
        IsEntries = isEntries;
        Level = level;
        Index = index;
        Width = width;
    }

    /// <summary>True for a bundle of entries, false for a tile of hashes.</summary>
    public bool IsEntries { get; }

    /// <summary>The level of the hashes: 0 has those of the entries, each further one those of full tiles below it. 0 for entries.</summary>
    public int Level { get; }

    /// <summary>The place in the level, from 0.</summary>
    public ulong Index { get; }

    /// <summary>How many hashes or entries it has, from 1 to 256.</summary>
    public int Width { get; }

    /// <summary>Whether it has all that it ever will.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>A tile of hashes.</summary>
    /// <param name="level">From 0 to 63.</param>
    /// <param name="index">From 0.</param>
    /// <param name="width">From 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not in its range.</exception>
    public static TilePath OfHashes(int level, ulong index, int width = FullWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MostLevel);
        CheckWidth(width);
        return new(isEntries: false, level, index, width);
    }

    /// <summary>A bundle of entries.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="width">From 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not in its range.</exception>
    public static TilePath OfEntries(ulong index, int width = FullWidth)
    {
        CheckWidth(width);
        return new(isEntries: true, 0, index, width);
    }

    /// <summary>Reads a path in its one spelling.</summary>
    /// <param name="text">Such as <c>tile/0/x001/x234/067.p/8</c>.</param>
    /// <param name="path">The path; <c>default</c> where it is none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out TilePath path)
    {
        path = default;
        if (text is null || text.Length > MostText) return false;
        string[] parts = text.Split(".p/");
        if (parts.Length > 2) return false;
        string[] names = parts[0].Split('/');
        if (names.Length < 3 || names[0] != "tile") return false;
        bool isEntries = names[1] == Entries;
        ulong level = 0;
        ulong width = FullWidth;
        if (!isEntries && (!Whole.TryParse(names[1], out level) || level > MostLevel)) return false;
        if (parts.Length == 2 && (!Whole.TryParse(parts[1], out width) || width is 0 or >= FullWidth)) return false;
        if (!TryReadIndex(names.AsSpan(2), out ulong index)) return false;
        TilePath read = new(isEntries, (int)level, index, (int)width);
        if (read.ToString() != text) return false;
        path = read;
        return true;
    }

    /// <summary>The path, with forward slashes.</summary>
    public override string ToString()
    {
        string kind = IsEntries ? Entries : Level.ToString(CultureInfo.InvariantCulture);
        string part = IsFull ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
        return $"tile/{kind}/{IndexText()}{part}";
    }

    // The highest level of hashes has one tile of a tree of any size, and the lowest 2^56.
    internal static ulong Hashes(int level, ulong size) => level * 8 > 63 ? 0 : size >> (level * 8);

    // The tile or bundle of a tree of this size, which may be a part of the full one.
    internal static TilePath OfHashesAt(ulong size, int level, ulong index) => OfHashes(level, index, WidthAt(Hashes(level, size), index));

    internal static TilePath OfEntriesAt(ulong size, ulong index) => OfEntries(index, WidthAt(size, index));

    private static int WidthAt(ulong hashes, ulong index) => (int)Math.Min(hashes - (index * FullWidth), FullWidth);

    private string IndexText()
    {
        string text = Group(Index % 1000);
        for (ulong rest = Index / 1000; rest > 0; rest /= 1000) text = $"x{Group(rest % 1000)}/{text}";
        return text;
    }

    private static string Group(ulong number) => number.ToString("d3", CultureInfo.InvariantCulture);

    private static bool TryReadIndex(ReadOnlySpan<string> names, out ulong index)
    {
        index = 0;
        for (int i = 0; i < names.Length; i++)
        {
            ReadOnlySpan<char> digits = names[i];
            if (i < names.Length - 1 && !TryCut(ref digits)) return false;
            if (digits.Length != 3 || !ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong group)) return false;
            if (index > (ulong.MaxValue - group) / 1000) return false;
            index = (index * 1000) + group;
        }
        return true;
    }

    private static bool TryCut(ref ReadOnlySpan<char> name)
    {
        bool isInner = name.StartsWith('x');
        if (isInner) name = name[1..];
        return isInner;
    }

    private static void CheckWidth(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
    }
}
