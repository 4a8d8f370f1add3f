using System.Numerics;

namespace Policing.DataModel;

/// <summary>A unique street reference number: 8 digits.</summary>
/// <remarks>
/// There is no check digit, and whether the street exists is not checked. The text is its own canonical form. Compares by text, ordinally.
/// <c>default</c> is absent. Source: BS 7666, from memory: unverified.
/// </remarks>
[WirePattern(@"^[0-9]{8}$")]
[TextValue]
public readonly partial struct Usrn
{
    /// <inheritdoc/>
    public static string Shape => "8 digits, not all zeros";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.Length == 8 && Ascii.AreDigits(text) && Ascii.Append(0, text) != 0;

    private static string Canonicalise(string text) => text;
}
