using System.Runtime.Intrinsics;

namespace Policing.JsonSchema.Patterns;

/// <summary>
/// A pattern like <c>^urn:uuid:[0-9a-f]{8}$</c>: for each place of a text of fixed length one or two ranges of bytes. Sixteen places are
/// compared at once.
/// </summary>
internal sealed class FixedPattern
{
    private const int MaxLength = 64;

    private readonly byte[] _from;
    private readonly byte[] _span;
    private readonly byte[] _otherFrom;
    private readonly byte[] _otherSpan;

    private FixedPattern(IReadOnlyList<((byte From, byte To) One, (byte From, byte To) Other)> places)
    {
        _from = [.. places.Select(place => place.One.From)];
        _span = [.. places.Select(place => (byte)(place.One.To - place.One.From))];
        _otherFrom = [.. places.Select(place => place.Other.From)];
        _otherSpan = [.. places.Select(place => (byte)(place.Other.To - place.Other.From))];
    }

    /// <summary>From sets of ASCII characters and how often each comes; null where the length is not fixed, or a set has more than two ranges.</summary>
    public static FixedPattern? TryCreate(IEnumerable<(UInt128 Set, int Min, int Max)> steps)
    {
        List<((byte, byte), (byte, byte))> places = [];
        foreach ((UInt128 set, int min, int max) in steps)
        {
            List<(byte From, byte To)> ranges = Ranges(set);
            if (min != max || places.Count + min > MaxLength || ranges.Count is 0 or > 2)
            {
                return null;
            }
            for (int copy = 0; copy < min; copy++)
            {
                places.Add((ranges[0], ranges[^1]));
            }
        }
        return new FixedPattern(places);
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (text.Length != _from.Length)
        {
            return false;
        }
        return text.Length >= Vector128<byte>.Count ? MatchesBlocks(text) : MatchesSingly(text);
    }

    private bool MatchesBlocks(ReadOnlySpan<byte> text)
    {
        int last = text.Length - Vector128<byte>.Count;
        for (int at = 0; at < last; at += Vector128<byte>.Count)
        {
            if (!MatchesBlock(text, at))
            {
                return false;
            }
        }
        return MatchesBlock(text, last);
    }

    private bool MatchesBlock(ReadOnlySpan<byte> text, int at)
    {
        Vector128<byte> block = Vector128.Create(text[at..]);
        Vector128<byte> one = block - Vector128.Create(_from.AsSpan(at));
        Vector128<byte> other = block - Vector128.Create(_otherFrom.AsSpan(at));
        return Vector128.EqualsAll(
            Vector128.LessThanOrEqual(one, Vector128.Create(_span.AsSpan(at))) | Vector128.LessThanOrEqual(other, Vector128.Create(_otherSpan.AsSpan(at))),
            Vector128<byte>.AllBitsSet);
    }

    private bool MatchesSingly(ReadOnlySpan<byte> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if ((byte)(text[at] - _from[at]) > _span[at] && (byte)(text[at] - _otherFrom[at]) > _otherSpan[at])
            {
                return false;
            }
        }
        return true;
    }

    private static List<(byte From, byte To)> Ranges(UInt128 set)
    {
        List<(byte From, byte To)> ranges = [];
        for (int letter = 0; letter < 128; letter++)
        {
            bool has = (set >> letter & UInt128.One) != 0;
            if (has && ranges.Count > 0 && ranges[^1].To == letter - 1)
            {
                ranges[^1] = (ranges[^1].From, (byte)letter);
            }
            else if (has)
            {
                ranges.Add(((byte)letter, (byte)letter));
            }
        }
        return ranges;
    }
}
