using System.Numerics;

namespace Policing.DataModel;

/// <summary>The number by which a force knows an officer or member of staff: 1 to 10 letters and digits. It is a number within one force only.</summary>
/// <remarks>
/// Letter case is kept: no source read says that forces disregard it. The text is its own canonical form. Compares by text, ordinally.
/// <c>default</c> is absent. Source: POLE DS_070 (verified).
/// </remarks>
[WirePattern(@"^[A-Za-z0-9]{1,10}$")]
[TextValue]
public readonly partial struct CollarNumber
{
    /// <inheritdoc/>
    public static string Shape => "1 to 10 letters and digits";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is < 1 or > 10) return false;
        foreach (TChar c in text)
            if (!Ascii.IsUpperOrDigit(Ascii.ToUpper(c))) return false;
        return true;
    }

    private static string Canonicalise(string text) => text;
}
