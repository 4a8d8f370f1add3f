using System.Globalization;

namespace Policing.JsonSchema.Patterns;

/// <summary>
/// A pattern like <c>^[A-Z]{2}\d{6}$</c>: from start to end a row of sets of ASCII characters, each repeated. Taken only if every step can
/// be decided by the next byte, so that it never goes back.
/// </summary>
internal sealed class SequencePattern
{
    private const int MaxSteps = 32;

    /// <summary>For each byte, a bit for each step that takes it.</summary>
    private readonly uint[] _taken = new uint[256];
    private readonly (int Min, int Max)[] _repeats;
    private readonly FixedPattern? _fixed;

    private SequencePattern(List<PatternStep> steps)
    {
        _repeats = new (int Min, int Max)[steps.Count];
        _fixed = FixedPattern.TryCreate(steps);
        for (int index = 0; index < steps.Count; index++)
        {
            _repeats[index] = (steps[index].Min, steps[index].Max);
            for (int letter = 0; letter < 128; letter++)
            {
                _taken[letter] |= (steps[index].Set & One((char)letter)) != UInt128.Zero ? 1u << index : 0;
            }
        }
    }

    /// <summary>Reads a well-formed pattern; null where it is not of this kind.</summary>
    public static SequencePattern? TryParse(string pattern)
    {
        if (pattern.Length < 2 || pattern[0] != '^' || pattern[^1] != '$')
        {
            return null;
        }
        ReadOnlySpan<char> rest = pattern.AsSpan(1, pattern.Length - 2);
        List<PatternStep> steps = [];
        while (!rest.IsEmpty)
        {
            if (!TrySet(ref rest, out UInt128 set) || !TryRepeat(ref rest, out int min, out int max))
            {
                return null;
            }
            steps.Add(new PatternStep(set, min, max));
        }
        return steps.Count <= MaxSteps && NeverGoesBack(steps) ? new SequencePattern(steps) : null;
    }

    public bool IsMatch(ReadOnlySpan<byte> text) => _fixed is null ? MatchesSteps(text) : _fixed.IsMatch(text);

    private bool MatchesSteps(ReadOnlySpan<byte> text)
    {
        uint[] taken = _taken;
        int at = 0;
        uint bit = 1;
        foreach ((int min, int max) in _repeats)
        {
            int end = max < text.Length - at ? at + max : text.Length;
            int least = at + min;
            while (at < end && (taken[text[at]] & bit) != 0)
            {
                at++;
            }
            // A sum beyond any length wraps around to below 0.
            if (at < least || least < 0)
            {
                return false;
            }
            bit <<= 1;
        }
        return at == text.Length;
    }

    private static bool NeverGoesBack(List<PatternStep> steps)
    {
        for (int index = 0; index < steps.Count; index++)
        {
            if (steps[index].Min == steps[index].Max)
            {
                continue;
            }
            for (int next = index + 1; next < steps.Count; next++)
            {
                if ((steps[next].Set & steps[index].Set) != UInt128.Zero)
                {
                    return false;
                }
                if (steps[next].Min > 0)
                {
                    break;
                }
            }
        }
        return true;
    }

    private static bool TrySet(ref ReadOnlySpan<char> rest, out UInt128 set)
    {
        char first = rest[0];
        rest = rest[1..];
        if (first == '[')
        {
            return TryClass(ref rest, out set);
        }
        if (first == '\\')
        {
            return TryEscape(ref rest, out set);
        }
        set = char.IsAscii(first) ? One(first) : 0;
        return char.IsAscii(first) && !"^$.*+?()[]{}|".Contains(first, StringComparison.Ordinal);
    }

    private static bool TryClass(ref ReadOnlySpan<char> rest, out UInt128 set)
    {
        set = 0;
        if (rest.IsEmpty || rest[0] == '^')
        {
            return false;
        }
        while (!rest.IsEmpty && rest[0] != ']')
        {
            if (!TryMember(ref rest, out UInt128 low, out char from))
            {
                return false;
            }
            if (from != 0 && rest.Length > 1 && rest[0] == '-' && rest[1] != ']')
            {
                rest = rest[1..];
                if (!TryMember(ref rest, out _, out char to) || to < from)
                {
                    return false;
                }
                for (char letter = from; letter <= to; letter++)
                {
                    set |= One(letter);
                }
            }
            set |= low;
        }
        if (rest.IsEmpty || set == 0)
        {
            return false;
        }
        rest = rest[1..];
        return true;
    }

    /// <summary>A character, or a set like <c>\d</c>, which leaves <paramref name="single"/> 0.</summary>
    private static bool TryMember(ref ReadOnlySpan<char> rest, out UInt128 set, out char single)
    {
        char first = rest[0];
        single = first;
        rest = rest[1..];
        if (first != '\\')
        {
            set = char.IsAscii(first) ? One(first) : 0;
            return char.IsAscii(first) && first != 0;
        }
        char escaped = rest.IsEmpty ? '\0' : rest[0];
        bool ok = TryEscape(ref rest, out set);
        single = char.IsAsciiLetter(escaped) ? '\0' : escaped;
        return ok;
    }

    private static bool TryEscape(ref ReadOnlySpan<char> rest, out UInt128 set)
    {
        char escaped = rest.IsEmpty ? '\0' : rest[0];
        rest = rest.IsEmpty ? rest : rest[1..];
        set = escaped switch
        {
            'd' => Range('0', '9'),
            'w' => Range('0', '9') | Range('A', 'Z') | Range('a', 'z') | One('_'),
            _ => char.IsAsciiLetterOrDigit(escaped) || !char.IsAscii(escaped) ? 0 : One(escaped),
        };
        return escaped != 0 && set != 0;
    }

    private static bool TryRepeat(ref ReadOnlySpan<char> rest, out int min, out int max)
    {
        (min, max) = (1, 1);
        if (rest.IsEmpty)
        {
            return true;
        }
        (int Min, int Max)? simple = rest[0] switch
        {
            '?' => (0, 1),
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            _ => null,
        };
        if (simple is not null)
        {
            (min, max) = simple.Value;
            rest = rest[1..];
        }
        else if (rest[0] == '{')
        {
            int close = rest.IndexOf('}');
            if (close < 0 || !TryCounts(rest[1..close], out min, out max))
            {
                return false;
            }
            rest = rest[(close + 1)..];
        }
        // A lazy or repeated quantifier is left to the other engine.
        return rest.IsEmpty || rest[0] is not ('?' or '*' or '+' or '{');
    }

    private static bool TryCounts(ReadOnlySpan<char> counts, out int min, out int max)
    {
        int comma = counts.IndexOf(',');
        max = int.MaxValue;
        if (!int.TryParse(comma < 0 ? counts : counts[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out min))
        {
            return false;
        }
        if (comma < 0)
        {
            max = min;
            return true;
        }
        ReadOnlySpan<char> upper = counts[(comma + 1)..];
        return upper.IsEmpty ? SetUnbounded(out max) : int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out max);
    }

    private static bool SetUnbounded(out int max)
    {
        max = int.MaxValue;
        return true;
    }

    private static UInt128 One(char letter) => UInt128.One << letter;

    private static UInt128 Range(char from, char to)
    {
        UInt128 set = 0;
        for (char letter = from; letter <= to; letter++)
        {
            set |= One(letter);
        }
        return set;
    }
}
