using System.Numerics;

namespace Policing.DataModel;

/// <summary>A Home Office offence classification: three digits of class, a slash and two of subclass, <c>105/01</c>.</summary>
/// <remarks>
/// The statistical codes of the counting rules (8N, 105A, 4.1) are another scheme. Whether the classification exists is not checked. The text is its
/// own canonical form. Compares by text, ordinally. <c>default</c> is absent. Source: POLE DS_074 (verified).
/// </remarks>
[WirePattern(@"^[0-9]{3}/[0-9]{2}$")]
[TextValue]
public readonly partial struct HomeOfficeClassification
{
    /// <inheritdoc/>
    public static string Shape => "3 digits, a slash, 2 digits";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length == 6 && Ascii.AreDigits(text[..3]) && Ascii.Is(text[3], '/') && Ascii.AreDigits(text[4..]);

    private static string Canonicalise(string text) => text;
}
