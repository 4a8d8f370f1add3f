using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// The check letter that PNC ids, CRO numbers and arrest summons numbers share: the remainder by 23 picks one of 23 letters (I, O and S are
/// none of them). 23 is prime and above 9, so any one wrong digit, and any two neighbours exchanged, give another letter.
/// </summary>
internal static class CheckLetter
{
    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";

    public static bool IsFor<TChar>(ulong number, TChar letter)
        where TChar : unmanaged, IBinaryInteger<TChar> => Ascii.Is(letter, Letters[(int)(number % 23)]);

    public static bool IsOne<TChar>(TChar letter)
        where TChar : unmanaged, IBinaryInteger<TChar> => Ascii.IsOneOf(letter, Letters);
}
