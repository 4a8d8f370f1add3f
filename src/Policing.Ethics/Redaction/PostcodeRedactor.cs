using Policing.DataModel;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Makes a postcode of the United Kingdom coarser: <c>BS1 4TB</c> becomes the sector <c>BS1 4</c> or the district <c>BS1</c>. Anything that is
/// not well formed is erased. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A sector is some thousands of addresses as a rule; where it is one large user's, or nearly empty, it says more. The output is no longer a
/// well-formed <see cref="Postcode"/>.
/// </remarks>
public sealed class PostcodeRedactor : TextRedactor
{
    private const int MaxLength = 8;
    private const int InwardLength = 3;
    private readonly bool _withSector;

    private PostcodeRedactor(bool withSector) => _withSector = withSector;

    /// <summary>To the sector: the outward part and the first digit of the inward part.</summary>
    public static PostcodeRedactor ToSector { get; } = new(true);

    /// <summary>To the district: the outward part.</summary>
    public static PostcodeRedactor ToDistrict { get; } = new(false);

    private protected override int Coarsen(ReadOnlySpan<char> text, Span<char> output)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        if (!Postcode.IsValid(Ascii(text, buffer))) return 0;
        ReadOnlySpan<char> outward = text[..^InwardLength].TrimEnd(' ');
        int length = outward.ToUpperInvariant(output);
        if (!_withSector) return length;
        output[length++] = ' ';
        output[length++] = text[^InwardLength];
        return length;
    }
}
