using System.Numerics;
using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>
/// An arrest summons number: year, force, unit, system, an 11-digit sequence and a check letter, 20 characters
/// (<c>2005FF0500000000555P</c>); 21 with the top-level letter of the organisation before the force. The display form of the PNC is well formed
/// too: <c>97/0000/00/123456K</c>.
/// </summary>
/// <remarks>
/// The check letter is computed over force and system (each only where it is digits), year and sequence: the unit and the top-level letter
/// are not in it, so a mistake there goes unseen. Canonical has no slashes and the whole sequence. Compares by text, ordinally; <c>Means</c>
/// compares canonically. <c>default</c> is absent. Whether force and unit exist is not checked. Source: POLE DS_073; the check and the dummy
/// patterns of Ministry of Justice bichard7-next-core (both verified).
/// </remarks>
[WirePattern(@"^[0-9]{2}([A-Z]?[A-Z0-9]{6}[0-9]{11}|/[A-Z0-9]{4,5}/[A-Z0-9]{2}/[0-9]{1,11})[A-HJ-NP-RT-Z]$")]
[TextValue]
public readonly partial struct ArrestSummonsNumber : IPersonIdentifierValue<ArrestSummonsNumber>
{
    private const int Length = 20;
    private const int SequenceLength = 11;

    /// <inheritdoc/>
    public static string Shape => "2 digits, 6 letters or digits (or 7, the first a letter), 11 digits and their check letter; or NN/FFUU/SS/, 1 to 11 digits and the letter";

    /// <inheritdoc/>
    public static PersonIdentifierType IdentifierKind => PersonIdentifierType.ArrestSummonsNumber;

    /// <summary>
    /// True where it follows one of the patterns that stand for "no arrest summons number": it names no arrest. Asked of the characters alone,
    /// so true of some malformed texts as well.
    /// </summary>
    public bool IsDummy => IsDummyText(Canonical ?? Text);

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length < 13 || !Ascii.AreDigits(text[..2])) return false;
        if (Ascii.Is(text[2], '/')) return IsDisplay(text);
        return text.Length == Length
            ? IsBody(text[..2], text[2..8], text[8..])
            : text.Length == Length + 1 && Ascii.IsUpper(text[2]) && IsBody(text[..2], text[3..9], text[9..]);
    }

    private static bool IsDisplay<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (!Ascii.Is(text[7], '/') || !Ascii.Is(text[10], '/')) return false;
        Span<TChar> unit = stackalloc TChar[6];
        text[3..7].CopyTo(unit);
        text[8..10].CopyTo(unit[4..]);
        return IsBody(text[..2], unit, text[11..]);
    }

    private static bool IsBody<TChar>(ReadOnlySpan<TChar> year, ReadOnlySpan<TChar> unit, ReadOnlySpan<TChar> sequence)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        Ascii.AreUpperOrDigits(unit)
        && sequence.Length is >= 2 and <= SequenceLength + 1
        && Ascii.AreDigits(sequence[..^1])
        && CheckLetter.IsFor(Sum(year, unit[..2], unit[4..], sequence[..^1]), sequence[^1]);

    private static ulong Sum<TChar>(ReadOnlySpan<TChar> year, ReadOnlySpan<TChar> force, ReadOnlySpan<TChar> system, ReadOnlySpan<TChar> sequence)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        ulong sum = Ascii.AreDigits(force) ? Ascii.Append(0, force) : 0;
        if (Ascii.AreDigits(system)) sum = Ascii.Append(sum, system);
        return (Ascii.Append(sum, year) * 100_000_000_000) + Ascii.Append(0, sequence);
    }

    private static string Canonicalise(string text) =>
        text[2] != '/' ? text : $"{text[..2]}{text[3..7]}{text[8..10]}{text[11..].PadLeft(SequenceLength + 1, '0')}";

    private static bool IsDummyText(ReadOnlySpan<char> text)
    {
        if (text.Length is not (Length or Length + 1)) return false;
        ReadOnlySpan<char> year = text[..2];
        ReadOnlySpan<char> rest = text[^18..];
        return Ascii.AreDigits(year) && rest[..4] switch
        {
            "00NP" when year is "08" && rest[4..6] is "01" => true,
            "00PP" => year is "08" && rest[4..6] is "01",
            "00NP" or "12LN" => rest[4..6] is "00",
            "6300" => Ascii.AreDigits(rest[4..6]),
            "06SS" or "00XX" or "5011" or "5012" or "5021" or "5041" or "5042" or "5043" or "50OF" or "50SJ" => true,
            [_, _, 'N', 'R'] => Ascii.AreDigits(rest[..2]) && rest[4..6] is "PR",
            _ => false,
        };
    }
}
