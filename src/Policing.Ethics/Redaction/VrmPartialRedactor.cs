using Policing.DataModel;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Leaves the first four characters of a registration mark: <c>AB12 CDE</c> becomes <c>AB12***</c>. A mark of fewer than seven characters, one
/// with hyphens, and anything that is not well formed is erased: too few other vehicles would fit. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// With today's form of Great Britain the four say where and when it was first registered, and some 10,000 marks share them; with the form of Northern
/// Ireland (<c>ABC 1234</c>) a thousand do. The stars are always three. The output is no longer a well-formed <see cref="Vrm"/>.
/// </remarks>
public sealed class VrmPartialRedactor : TextRedactor
{
    private const int Kept = 4;
    private const int LeastLength = 7;

    // Eleven characters, and a space between any two.
    private const int MaxText = 21;

    private VrmPartialRedactor()
    {
    }

    /// <summary>The only one.</summary>
    public static VrmPartialRedactor Instance { get; } = new();

    private protected override int Coarsen(ReadOnlySpan<char> text, Span<char> output)
    {
        Span<byte> buffer = stackalloc byte[MaxText];
        if (!Vrm.IsValid(Ascii(text, buffer)) || text.Contains('-')) return 0;
        int length = 0;
        foreach (char c in text)
        {
            if (c == ' ') continue;
            if (length < Kept) output[length] = char.ToUpperInvariant(c);
            length++;
        }

        if (length < LeastLength) return 0;
        "***".CopyTo(output[Kept..]);
        return Kept + 3;
    }
}
