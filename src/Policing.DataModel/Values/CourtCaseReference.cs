using System.Numerics;

namespace Policing.DataModel;

/// <summary>The PNC's reference of a case at court: year, court, serial number and a letter, <c>97/1626/008395Q</c>, the serial number with or without leading zeros.</summary>
/// <remarks>
/// The last letter looks like a check letter, but no source read says how it is computed, so only its alphabet is checked (I, O and S are
/// never used). Canonical has six digits of serial number (our choice, so that both spellings compare). Compares by text, ordinally;
/// <c>Means</c> compares canonically. <c>default</c> is absent. Source: shape of Ministry of Justice bichard7-next-core (verified).
/// </remarks>
[WirePattern(@"^[0-9]{2}/[0-9]{4}/[0-9]{1,6}[A-HJ-NP-RT-Z]$")]
[TextValue]
public readonly partial struct CourtCaseReference
{
    private const int SerialLength = 6;

    /// <inheritdoc/>
    public static string Shape => "2 digits, a slash, 4 digits, a slash, 1 to 6 digits and a letter other than I, O and S";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is >= 10 and <= 15
        && Ascii.AreDigits(text[..2])
        && Ascii.Is(text[2], '/')
        && Ascii.AreDigits(text[3..7])
        && Ascii.Is(text[7], '/')
        && Ascii.AreDigits(text[8..^1])
        && CheckLetter.IsOne(text[^1]);

    private static string Canonicalise(string text) => text[..8] + text[8..].PadLeft(SerialLength + 1, '0');
}
