using System.Numerics;
using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>The number of a passport of any country: 1 to 35 capital letters and digits. <see cref="IsBritishForm"/> says whether it has the form of a British one.</summary>
/// <remarks>
/// Numbers have no check character outside the machine-readable zone. The text is its own canonical form. Compares by text, ordinally.
/// <c>default</c> is absent. Source: POLE DS_056 for British passports and DS_057 for the length of others (verified); that others have
/// capital letters and digits alone is unverified.
/// </remarks>
[WirePattern(@"^[A-Z0-9]{1,35}$")]
[TextValue]
public readonly partial struct PassportNumber : IPersonIdentifierValue<PassportNumber>
{
    /// <inheritdoc/>
    public static string Shape => "1 to 35 capital letters and digits";

    /// <inheritdoc/>
    public static PersonIdentifierType IdentifierKind => PersonIdentifierType.PassportNumber;

    /// <summary>
    /// True for nine digits; or, of an older passport, a letter and six digits or six digits and a letter. Says nothing of the issuer: other countries have nine digits too.
    /// </summary>
    public bool IsBritishForm => HasBritishForm<char>(Text);

    private static bool HasBritishForm<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.Length switch
        {
            9 => Ascii.AreDigits(text),
            7 => (Ascii.IsUpper(text[0]) && Ascii.AreDigits(text[1..])) || (Ascii.AreDigits(text[..6]) && Ascii.IsUpper(text[6])),
            _ => false,
        };

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.Length is >= 1 and <= 35 && Ascii.AreUpperOrDigits(text);

    private static string Canonicalise(string text) => text;
}
