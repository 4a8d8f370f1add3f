using System.Globalization;
using Policing.DataModel;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Makes a National Grid reference coarser: <c>ST 58765 72943</c> at 1 km becomes <c>ST5872</c>, a well-formed <see cref="NationalGrid"/> still. One that
/// is as coarse already stays, without spaces; anything that is not well formed is erased. Immutable and thread-safe.
/// </summary>
public sealed class GridReferenceRedactor : TextRedactor
{
    private const int Letters = 2;
    private readonly int _digits;

    /// <summary>To squares of this side.</summary>
    /// <param name="metres">10, 100, 1,000 or 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another side.</exception>
    public GridReferenceRedactor(int metres) => _digits = metres switch
    {
        10_000 => 1,
        1_000 => 2,
        100 => 3,
        10 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(metres), "A side is 10, 100, 1,000 or 10,000 metres."),
    };

    private protected override int Coarsen(ReadOnlySpan<char> text, Span<char> output)
    {
        if (!NationalGrid.TryParse(text, CultureInfo.InvariantCulture, out NationalGrid square) || square.Canonical is not { } canonical) return 0;
        int half = (canonical.Length - Letters) / 2;
        int kept = Math.Min(half, _digits);
        canonical.AsSpan(0, Letters + kept).CopyTo(output);
        canonical.AsSpan(Letters + half, kept).CopyTo(output[(Letters + kept)..]);
        return Letters + (2 * kept);
    }
}
