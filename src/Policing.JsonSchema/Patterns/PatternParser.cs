using System.Globalization;

namespace Policing.JsonSchema.Patterns;

/// <summary>
/// Reads a well-formed pattern that is regular and about ASCII into a <see cref="PatternNet"/>: characters, classes, groups, alternatives,
/// repeats, and anchors at the two ends.
/// </summary>
internal ref struct PatternParser
{
    private const int MaxRepeats = 256;

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;
    private bool _isForeign;

    private PatternParser(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>The net of a pattern and the state that it begins in; null where the pattern is not of this kind.</summary>
    public static PatternNet? TryParse(string pattern, out int start)
    {
        start = 0;
        bool isAtStart = pattern.StartsWith('^');
        bool isAtEnd = pattern.Length > 1 && pattern[^1] == '$' && pattern[^2] != '\\';
        PatternParser parser = new(pattern.AsSpan(isAtStart ? 1 : 0, pattern.Length - (isAtStart ? 1 : 0) - (isAtEnd ? 1 : 0)));
        Func<PatternNet, int, int> whole = parser.Alternatives(out int count);
        if (parser._isForeign || parser._at < parser._pattern.Length || (count > 1 && (isAtStart || isAtEnd)))
        {
            // An anchor belongs to one alternative only.
            return null;
        }
        PatternNet net = new(endsAnywhere: !isAtEnd);
        start = whole(net, PatternNet.Found);
        start = isAtStart ? start : net.Repeat(next => net.Take(ByteSet.All, next), 0, int.MaxValue, start);
        return net.IsTooLarge ? null : net;
    }

    private Func<PatternNet, int, int> Alternatives(out int count)
    {
        List<Func<PatternNet, int, int>> branches = [Row()];
        while (Is('|'))
        {
            _at++;
            branches.Add(Row());
        }
        count = branches.Count;
        return count == 1 ? branches[0] : (net, next) => EitherOf(branches, net, next);
    }

    private Func<PatternNet, int, int> Row()
    {
        List<Func<PatternNet, int, int>> pieces = [];
        while (_at < _pattern.Length && !Is('|') && !Is(')') && !_isForeign)
        {
            pieces.Add(Repeated(Piece()));
        }
        pieces.Reverse();
        return (net, next) => RowOf(pieces, net, next);
    }

    private static int EitherOf(List<Func<PatternNet, int, int>> branches, PatternNet net, int next)
    {
        int either = branches[0](net, next);
        for (int branch = 1; branch < branches.Count; branch++)
        {
            either = net.Either(either, branches[branch](net, next));
        }
        return either;
    }

    private static int RowOf(List<Func<PatternNet, int, int>> reversed, PatternNet net, int next)
    {
        foreach (Func<PatternNet, int, int> piece in reversed)
        {
            next = piece(net, next);
        }
        return next;
    }

    private Func<PatternNet, int, int> Piece()
    {
        char first = _pattern[_at++];
        return first switch
        {
            '(' => Group(),
            '[' => Class(),
            '\\' => Take(Escaped(out _)),
            '^' or '$' or '.' or '*' or '+' or '?' or '{' or '}' or ']' => Foreign(),
            _ => char.IsAscii(first) ? Take(One(first)) : Foreign(),
        };
    }

    private Func<PatternNet, int, int> Group()
    {
        if (Is('?'))
        {
            if (_at + 1 >= _pattern.Length || _pattern[_at + 1] != ':')
            {
                return Foreign();
            }
            _at += 2;
        }
        Func<PatternNet, int, int> inner = Alternatives(out _);
        if (!Is(')'))
        {
            return Foreign();
        }
        _at++;
        return inner;
    }

    private Func<PatternNet, int, int> Class()
    {
        bool negated = Is('^');
        _at += negated ? 1 : 0;
        ByteSet set = ByteSet.None;
        while (!Is(']') && !_isForeign)
        {
            set |= Members();
        }
        _at++;
        if (!negated)
        {
            return Take(set);
        }
        ByteSet others = new(~set.Low, 0);
        return (net, next) => net.Either(net.Take(others, next), net.TakeBeyondAscii(next));
    }

    /// <summary>A character, a range, or a set like <c>\d</c> of a class.</summary>
    private ByteSet Members()
    {
        ByteSet set = Member(out int from);
        if (!Is('-') || _at + 1 >= _pattern.Length || _pattern[_at + 1] == ']')
        {
            return set;
        }
        _at++;
        Member(out int to);
        _isForeign |= from < 0 || to < from;
        return _isForeign ? set : ByteSet.Range(from, to);
    }

    private ByteSet Member(out int single)
    {
        single = -1;
        if (_at >= _pattern.Length || !char.IsAscii(_pattern[_at]))
        {
            Foreign();
            return ByteSet.None;
        }
        if (_pattern[_at++] == '\\')
        {
            return Escaped(out single);
        }
        single = _pattern[_at - 1];
        return One((char)single);
    }

    private ByteSet Escaped(out int single)
    {
        char letter = _at < _pattern.Length ? _pattern[_at++] : '\0';
        single = letter switch
        {
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            _ => char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) && letter != '\0' ? letter : -1,
        };
        if (single >= 0)
        {
            return One((char)single);
        }
        _isForeign |= letter is not ('d' or 'w');
        return letter == 'd'
            ? ByteSet.Range('0', '9')
            : ByteSet.Range('0', '9') | ByteSet.Range('A', 'Z') | ByteSet.Range('a', 'z') | One('_');
    }

    private Func<PatternNet, int, int> Repeated(Func<PatternNet, int, int> piece)
    {
        (int min, int max) = Counts();
        if (Is('?') || Is('*') || Is('+') || Is('{') || min > MaxRepeats || (max > MaxRepeats && max != int.MaxValue))
        {
            return Foreign();
        }
        return (min, max) == (1, 1) ? piece : (net, next) => net.Repeat(after => piece(net, after), min, max, next);
    }

    private (int Min, int Max) Counts()
    {
        if (_at >= _pattern.Length || _pattern[_at] is not ('?' or '*' or '+' or '{'))
        {
            return (1, 1);
        }
        switch (_pattern[_at++])
        {
            case '?':
                return (0, 1);
            case '*':
                return (0, int.MaxValue);
            case '+':
                return (1, int.MaxValue);
            default:
                return Braces();
        }
    }

    private (int Min, int Max) Braces()
    {
        int close = _pattern[_at..].IndexOf('}');
        ReadOnlySpan<char> counts = close < 0 ? default : _pattern.Slice(_at, close);
        _at += close + 1;
        int comma = counts.IndexOf(',');
        _isForeign |= !TryCount(comma < 0 ? counts : counts[..comma], out int min);
        int max = comma < 0 ? min : int.MaxValue;
        _isForeign |= comma >= 0 && comma + 1 < counts.Length && !TryCount(counts[(comma + 1)..], out max);
        return (min, max);
    }

    private static bool TryCount(ReadOnlySpan<char> digits, out int count) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private readonly bool Is(char letter) => _at < _pattern.Length && _pattern[_at] == letter;

    private Func<PatternNet, int, int> Foreign()
    {
        _isForeign = true;
        _at = _pattern.Length;
        return (_, next) => next;
    }

    private static ByteSet One(char letter) => ByteSet.Range(letter, letter);

    private static Func<PatternNet, int, int> Take(ByteSet set) => (net, next) => net.Take(set, next);
}
