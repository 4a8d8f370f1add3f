using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// The code of an organisation unit in criminal justice: a top-level letter and three levels of two characters each, <c>B03AX00</c>. Units of
/// the police have no top-level letter and six characters.
/// </summary>
/// <remarks>
/// The top level is A to J, Z or a digit; B is magistrates' courts, C the Crown Court. Whether the unit exists is not checked. The text is its
/// own canonical form. Compares by text, ordinally. <c>default</c> is absent. Source: shape of Ministry of Justice bichard7-next-core
/// (verified).
/// </remarks>
[WirePattern(@"^[A-JZ0-9]?[A-Z0-9]{6}$")]
[TextValue]
public readonly partial struct OrganisationUnitCode
{
    /// <inheritdoc/>
    public static string Shape => "6 letters or digits, or 7 of which the first is A to J, Z or a digit";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is 6 or 7
        && Ascii.AreUpperOrDigits(text)
        && (text.Length == 6 || Ascii.IsOneOf(text[0], "ABCDEFGHIJZ0123456789"));

    private static string Canonicalise(string text) => text;
}
