using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// The reference of an exhibit, by habit the initials of whoever produces it and a number, <c>JS/1</c>: 1 to 35 letters, digits, full stops,
/// hyphens, slashes and single spaces, beginning and ending with a letter or digit. Unique in one case at most.
/// </summary>
/// <remarks>
/// No national format was found, so the shape is wide and ours: unverified. Nothing is made alike, letter case neither; the text is its own
/// canonical form. Compares by text, ordinally. <c>default</c> is absent.
/// </remarks>
[WirePattern(@"^[A-Za-z0-9]([ ./-]?[A-Za-z0-9])*$")]
[TextValue]
public readonly partial struct ExhibitReference
{
    /// <inheritdoc/>
    public static string Shape => "1 to 35 letters, digits, full stops, hyphens, slashes and single spaces";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is < 1 or > 35) return false;
        bool afterMark = false;
        foreach (TChar c in text)
        {
            bool isMark = Ascii.IsUpperOrDigit(Ascii.ToUpper(c));
            if (!isMark && (!afterMark || !Ascii.IsOneOf(c, " ./-"))) return false;
            afterMark = isMark;
        }

        return afterMark;
    }

    private static string Canonicalise(string text) => text;
}
