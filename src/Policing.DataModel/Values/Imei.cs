using System.Numerics;

namespace Policing.DataModel;

/// <summary>The identity of a mobile device: 15 digits, the last of them a check digit.</summary>
/// <remarks>
/// The check digit (Luhn) is computed. Networks are believed to log 14 digits, or a 0 in place of the check digit, or 16 digits with a
/// software version: none of these is an IMEI, and a text of that kind is malformed and kept. Whether the type allocation code exists is not
/// checked. The text is its own canonical form. Compares by text, ordinally. <c>default</c> is absent. Source: 3GPP TS 23.003, from memory:
/// unverified.
/// </remarks>
[WirePattern(@"^[0-9]{15}$")]
[TextValue]
public readonly partial struct Imei
{
    /// <inheritdoc/>
    public static string Shape => "15 digits, the last the Luhn check digit of the others";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.Length == 15 && Ascii.AreDigits(text) && Luhn.Holds(text);

    private static string Canonicalise(string text) => text;
}
