using System.Numerics;

namespace Policing.DataModel;

/// <summary>A unique property reference number: 1 to 12 digits, not all zeros.</summary>
/// <remarks>
/// The dictionary says exactly 12 digits; numbers in use are shorter, so 1 to 12 are well formed, and canonical is padded to 12 with leading
/// zeros, as the dictionary has it. There is no check digit, and whether the property exists is not checked. Compares by text, ordinally;
/// <c>Means</c> compares canonically. <c>default</c> is absent. Source: POLE DS_011 (verified); shorter numbers from memory: unverified.
/// </remarks>
[WirePattern(@"^[0-9]{1,12}$")]
[TextValue]
public readonly partial struct Uprn
{
    private const int MaxLength = 12;

    /// <inheritdoc/>
    public static string Shape => "1 to 12 digits, not all zeros";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is >= 1 and <= MaxLength && Ascii.AreDigits(text) && Ascii.Append(0, text) != 0;

    private static string Canonicalise(string text) => text.PadLeft(MaxLength, '0');
}
