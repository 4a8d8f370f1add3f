using System.Buffers;

namespace Policing.JsonSchema.Evaluation;

/// <summary>Sets of bits for one evaluation, taken and given back like a stack. A set is named by where it begins.</summary>
internal ref struct MarkArena
{
    /// <summary>No set: marks go nowhere.</summary>
    public const int None = -1;

    private ulong[]? _words;
    private int _top;

    public readonly int Top => _top;

    public int Take(int bits)
    {
        int words = (bits + 63) >> 6;
        if (_words is null || _top + words > _words.Length)
        {
            Grow(words);
        }
        int set = _top;
        _words.AsSpan(set, words).Clear();
        _top += words;
        return set;
    }

    public void GiveBack(int top) => _top = top;

    public readonly void Mark(int set, int bit) => _words![set + (bit >> 6)] |= 1UL << bit;

    public readonly bool IsMarked(int set, int bit) => (_words![set + (bit >> 6)] & (1UL << bit)) != 0;

    public readonly void MarkAll(int set, int bits)
    {
        Span<ulong> words = _words.AsSpan(set, (bits + 63) >> 6);
        words.Fill(ulong.MaxValue);
    }

    public readonly bool AreAllMarked(int set, int bits)
    {
        int whole = bits >> 6;
        for (int word = 0; word < whole; word++)
        {
            if (_words![set + word] != ulong.MaxValue)
            {
                return false;
            }
        }
        ulong rest = (1UL << bits) - 1;
        return (bits & 63) == 0 || (_words![set + whole] & rest) == rest;
    }

    /// <summary>Adds the marks of one set to another.</summary>
    public readonly void Join(int from, int to, int bits)
    {
        for (int word = 0; word < (bits + 63) >> 6; word++)
        {
            _words![to + word] |= _words[from + word];
        }
    }

    /// <summary>Whether all bits of a mask are in the set.</summary>
    public readonly bool HasAll(int set, ReadOnlySpan<ulong> mask)
    {
        for (int word = 0; word < mask.Length; word++)
        {
            if ((mask[word] & ~_words![set + word]) != 0)
            {
                return false;
            }
        }
        return true;
    }

    public void Dispose()
    {
        if (_words is not null)
        {
            ArrayPool<ulong>.Shared.Return(_words);
            _words = null;
        }
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_words))]
    private void Grow(int words)
    {
        ulong[] larger = ArrayPool<ulong>.Shared.Rent(Math.Max(64, 2 * (_top + words)));
        if (_words is not null)
        {
            _words.AsSpan(0, _top).CopyTo(larger);
            ArrayPool<ulong>.Shared.Return(_words);
        }
        _words = larger;
    }
}
