using System.Numerics;

namespace Policing.DataModel;

/// <summary>A code of the national standard for incident recording (NSIR): three digits. An incident is opened under one and closed under one.</summary>
/// <remarks>
/// Compares by text, ordinally. <c>default</c> is absent. Whether a code exists, and what it means, is not checked: the standard's list of 2011
/// was not read. The text is its own canonical form. Source: POLE DS_091 and DS_092 (verified).
/// </remarks>
[WirePattern(@"^[0-9]{3}$")]
[TextValue]
public readonly partial struct NsirCode
{
    /// <inheritdoc/>
    public static string Shape => "3 digits";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.Length == 3 && Ascii.AreDigits(text);

    private static string Canonicalise(string text) => text;
}
