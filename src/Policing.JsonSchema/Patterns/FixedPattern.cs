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

    private FixedPattern(int length)
    {
        _from = new byte[length];
        _span = new byte[length];
        _otherFrom = new byte[length];
        _otherSpan = new byte[length];
    }

    /// <summary>From sets of characters and how often each comes; null where the length is not fixed, or a set has more than two ranges.</summary>
    public static FixedPattern? TryCreate(IReadOnlyList<PatternStep> steps)
    {
        int length = 0;
        foreach (PatternStep step in steps)
        {
            if (step.Min != step.Max || step.Min > MaxLength - length)
            {
                return null;
            }
            length += step.Min;
        }
        FixedPattern made = new(length);
        int at = 0;
        foreach (PatternStep step in steps)
        {
            if (!made.TrySet(at, step.Set))
            {
                return null;
            }
            for (int copy = 1; copy < step.Min; copy++)
            {
                made.Repeat(at, at + copy);
            }
            at += step.Min;
        }
        return made;
    }

    private bool TrySet(int place, UInt128 set)
    {
        int count = 0;
        for (int letter = 0; letter < 128; letter++)
        {
            if ((set >> letter & UInt128.One) == 0)
            {
                continue;
            }
            int first = letter;
            while (letter < 127 && (set >> (letter + 1) & UInt128.One) != 0)
            {
                letter++;
            }
            if (++count > 2)
            {
                return false;
            }
            // A step that comes no time at all has no place.
            if (place < _from.Length)
            {
                AddRange(place, count == 1, first, letter);
            }
        }
        return count > 0;
    }

    // Of a set with one range, the other is the same.
    private void AddRange(int place, bool isFirst, int from, int to)
    {
        if (isFirst)
        {
            (_from[place], _span[place]) = ((byte)from, (byte)(to - from));
        }
        (_otherFrom[place], _otherSpan[place]) = ((byte)from, (byte)(to - from));
    }

    private void Repeat(int from, int to)
    {
        _from[to] = _from[from];
        _span[to] = _span[from];
        _otherFrom[to] = _otherFrom[from];
        _otherSpan[to] = _otherSpan[from];
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
}
