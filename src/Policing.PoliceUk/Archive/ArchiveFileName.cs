using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Archive;

/// <summary>
/// What the name of an archive file says: <c>YYYY-MM-{force}-{street|outcomes|stop-and-search}.csv</c>. A hint only; the header decides
/// what a file holds. <c>default</c> is the empty name.
/// </summary>
/// <remarks>Source: data.police.uk/about. A name is what a user typed or packed: keep it out of logs and reports.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct ArchiveFileName
{
    private const int MonthLength = 7;

    private ArchiveFileName(string text, string? month, string? force, ArchiveKind kind)
    {
        Text = text;
        Month = month;
        Force = force;
        Kind = kind;
    }

    /// <summary>The name without folder, zip archive and <c>.gz</c>, such as <c>2019-01-cleveland-street.csv</c>.</summary>
    public string Text => field ?? string.Empty;

    /// <summary>The month, such as <c>2019-01</c>; null if the name has another form.</summary>
    public string? Month { get; }

    /// <summary>The force's slug, such as <c>city-of-london</c>; null if the name has another form.</summary>
    public string? Force { get; }

    /// <summary>The table; <see cref="ArchiveKind.Unknown"/> if the name has another form.</summary>
    public ArchiveKind Kind { get; }

    /// <summary>Reads a name, with or without folders in front. Never fails: a name of another form keeps its text only.</summary>
    /// <param name="fileName">The name or path.</param>
    /// <returns>What the name says.</returns>
    public static ArchiveFileName Parse(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var text = fileName[(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        if (text.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            text = text[..^3];
        return TryParts(text, out var month, out var force, out var kind) ? new(text, month, force, kind) : new(text, null, null, ArchiveKind.Unknown);
    }

    private static bool TryParts(string text, out string month, out string force, out ArchiveKind kind)
    {
        (month, force, kind) = (string.Empty, string.Empty, ArchiveKind.Unknown);
        if (!text.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || !IsMonth(text))
            return false;
        var middle = text.AsSpan(MonthLength, text.Length - MonthLength - ".csv".Length);
        kind = CutKind(ref middle);
        if (kind == ArchiveKind.Unknown || middle.Length < 2 || middle[0] != '-' || !IsSlug(middle[1..]))
            return false;
        (month, force) = (text[..MonthLength], middle[1..].ToString());
        return true;
    }

    private static ArchiveKind CutKind(ref ReadOnlySpan<char> middle)
    {
        if (Cut(ref middle, "-street"))
            return ArchiveKind.Street;
        if (Cut(ref middle, "-outcomes"))
            return ArchiveKind.Outcomes;
        return Cut(ref middle, "-stop-and-search") ? ArchiveKind.StopAndSearch : ArchiveKind.Unknown;
    }

    private static bool Cut(ref ReadOnlySpan<char> text, string end)
    {
        if (!text.EndsWith(end, StringComparison.Ordinal))
            return false;
        text = text[..^end.Length];
        return true;
    }

    private static bool IsMonth(string text) =>
        text.Length > MonthLength
        && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3])
        && text[4] == '-'
        && (text[5], text[6]) is ('0', >= '1' and <= '9') or ('1', >= '0' and <= '2');

    private static bool IsSlug(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        }

        return true;
    }
}
