using System.Numerics;
using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>
/// The driver number of a Great Britain driving licence, 16 characters: five of the surname, six digits with the date of birth, two initials,
/// one more character and two letters.
/// </summary>
/// <remarks>
/// The second digit is 0, 1, 5 or 6 and the fourth and fifth are a day, 01 to 31; the month itself and the last two letters (believed to be a
/// check, whose rule is not published) are not checked. Licences of Northern Ireland and of other countries have other numbers. The text is its
/// own canonical form. Compares by text, ordinally. <c>default</c> is absent. Source: POLE DS_061; Ministry of Justice bichard7-next-core (both
/// verified).
/// </remarks>
[WirePattern(@"^[A-Z0-9]{5}[0-9][0156][0-9]{4}[A-Z0-9]{3}[A-Z]{2}$")]
[TextValue]
public readonly partial struct DriverNumber : IPersonIdentifierValue<DriverNumber>
{
    /// <inheritdoc/>
    public static string Shape => "5 letters or digits, 6 digits that hold a date, 3 letters or digits, 2 letters";

    /// <inheritdoc/>
    public static PersonIdentifierType IdentifierKind => PersonIdentifierType.DriverNumber;

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length == 16
        && Ascii.AreUpperOrDigits(text[..5])
        && Ascii.AreDigits(text[5..11])
        && Ascii.IsOneOf(text[6], "0156")
        && Ascii.TryTwo(text[8..], out int day) && day is >= 1 and <= 31
        && Ascii.AreUpperOrDigits(text[11..14])
        && Ascii.AreUpper(text[14..]);

    private static string Canonicalise(string text) => text;
}
