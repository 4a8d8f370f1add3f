using System.Globalization;
using System.Text;

namespace Policing.JsonSchema.Patterns;

/// <summary>
/// Reads a pattern as ECMA-262 defines it with the flag <c>u</c>, and writes it for .NET. Not strict, it also takes what the flag forbids
/// and many schemas have: a needless escape of a sign, and brackets that stand for themselves.
/// </summary>
internal sealed class EcmaPattern
{
    private const int MaxDepth = 100;
    private const string WordBoundary = "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
    private const string NoWordBoundary = "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))";

    private readonly string _pattern;
    private readonly bool _strict;
    private readonly StringBuilder _output = new();
    private readonly List<string?> _groups = [null];
    private readonly List<(int Number, string? Name)> _references = [];
    private readonly bool _captures;
    private int _at;
    private int _depth;

    /// <summary>Whether somebody wants the output; else the pattern is only checked, and sets, whose form costs most, are not written.</summary>
    private readonly bool _writes;

    private EcmaPattern(string pattern, bool strict, bool captures, bool writes)
    {
        _writes = writes;
        _pattern = pattern;
        _strict = strict;
        _captures = captures;
    }

    /// <summary>Refuses what <see cref="Translate"/> refuses, and writes nothing.</summary>
    /// <exception cref="PatternException">It is malformed, or has what is not supported.</exception>
    public static void Require(string pattern, bool strict) => new EcmaPattern(pattern, strict, captures: false, writes: false).ReadAll();

    /// <summary>The pattern for .NET.</summary>
    /// <exception cref="PatternException">It is malformed, or has what is not supported.</exception>
    public static string Translate(string pattern, bool strict)
    {
        EcmaPattern first = new(pattern, strict, captures: false, writes: true);
        first.ReadAll();
        if (first._references.Count == 0)
        {
            return first._output.ToString();
        }
        // Groups need numbers only where something refers to them; without, the linear engine can be used.
        EcmaPattern second = new(pattern, strict, captures: true, writes: true);
        second._groups.AddRange(first._groups.Skip(1));
        second._reading = true;
        second.ReadAll();
        return second._output.ToString();
    }

    private bool _reading;
    private int _opened;

    private bool AtEnd => _at == _pattern.Length;

    private char Here => AtEnd ? '\0' : _pattern[_at];

    private void ReadAll()
    {
        ReadDisjunction();
        if (!AtEnd)
        {
            throw new PatternException("The pattern has a closing parenthesis too many");
        }
        foreach ((int number, string? name) in _references)
        {
            if (name is null ? number >= _groups.Count : !_groups.Contains(name))
            {
                throw new PatternException("The pattern refers to a group that it does not have");
            }
        }
    }

    private void Append(CharacterSet set, bool negated)
    {
        if (_writes)
        {
            _output.Append(set.Write(negated));
        }
    }

    private void ReadDisjunction()
    {
        if (++_depth > MaxDepth)
        {
            throw new PatternException("The pattern has groups too deep in each other");
        }
        while (!AtEnd && Here != ')')
        {
            if (Here == '|')
            {
                _at++;
                _output.Append('|');
            }
            else
            {
                ReadTerm();
            }
        }
        _depth--;
    }

    private void ReadTerm()
    {
        switch (Here)
        {
            case '^':
                _at++;
                _output.Append('^');
                return;
            case '$':
                _at++;
                _output.Append(@"\z");
                return;
            case '(':
                ReadGroup();
                return;
            case '[':
                ReadClass();
                break;
            case '.':
                _at++;
                Append(CharacterSet.AllButLineEnds(), negated: false);
                break;
            case '\\':
                if (ReadBoundary())
                {
                    return;
                }
                ReadEscape();
                break;
            case '*' or '+' or '?':
                throw new PatternException("The pattern repeats nothing");
            case '{' or '}' or ']' when _strict || (Here == '{' && IsCount()):
                throw new PatternException("The pattern has a bracket that must be escaped");
            default:
                Literal(ReadCodePoint());
                break;
        }
        ReadQuantifier();
    }

    private void ReadGroup()
    {
        _at++;
        bool look = false;
        if (Take("?:"))
        {
            _output.Append("(?:");
        }
        else if (Take("?="))
        {
            _output.Append("(?=");
            look = true;
        }
        else if (Take("?!"))
        {
            _output.Append("(?!");
            look = true;
        }
        else if (Take("?<="))
        {
            _output.Append("(?<=");
            look = true;
        }
        else if (Take("?<!"))
        {
            _output.Append("(?<!");
            look = true;
        }
        else if (Take("?<"))
        {
            OpenGroup(ReadGroupName());
        }
        else if (Here == '?')
        {
            throw new PatternException("The pattern has a group of an unknown kind");
        }
        else
        {
            OpenGroup(name: null);
        }
        ReadDisjunction();
        if (!Take(")"))
        {
            throw new PatternException("The pattern has an open parenthesis");
        }
        _output.Append(')');
        if (!look)
        {
            ReadQuantifier();
        }
        else if (Here is '*' or '+' or '?' || (Here == '{' && IsCount()))
        {
            throw new PatternException("The pattern repeats a condition");
        }
    }

    private void OpenGroup(string? name)
    {
        _opened++;
        if (!_reading)
        {
            if (name is not null && _groups.Contains(name))
            {
                throw new PatternException("The pattern has two groups of one name");
            }
            _groups.Add(name);
        }
        _output.Append(_captures ? string.Create(CultureInfo.InvariantCulture, $"(?<g{_opened}>") : "(?:");
    }

    private string ReadGroupName()
    {
        int end = _pattern.IndexOf('>', _at);
        string name = end < 0 ? "" : _pattern[_at..end];
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '$'))
        {
            throw new PatternException("The pattern has a group without a proper name");
        }
        _at = end + 1;
        return name;
    }

    private bool ReadBoundary()
    {
        if (Take(@"\b"))
        {
            _output.Append(WordBoundary);
            return true;
        }
        if (Take(@"\B"))
        {
            _output.Append(NoWordBoundary);
            return true;
        }
        return false;
    }

    private void ReadEscape()
    {
        _at++;
        char letter = Here;
        if (letter == 'k')
        {
            _at++;
            if (!Take("<"))
            {
                throw new PatternException("The pattern refers to a group without its name");
            }
            Refer(0, ReadGroupName());
        }
        else if (letter is >= '1' and <= '9')
        {
            int from = _at;
            while (char.IsAsciiDigit(Here))
            {
                _at++;
            }
            Refer(int.TryParse(_pattern.AsSpan(from, _at - from), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue, null);
        }
        else
        {
            CharacterSet set = new();
            int? single = ReadSetEscape(set, inClass: false);
            if (single is not null)
            {
                Literal(single.Value);
            }
            else
            {
                Append(set, negated: false);
            }
        }
    }

    private void Refer(int number, string? name)
    {
        _references.Add((number, name));
        int group = name is null ? number : Math.Max(0, _groups.IndexOf(name));
        // A group that took no part matches nothing, which ECMA-262 lets pass.
        _output.Append(CultureInfo.InvariantCulture, $@"(?(g{group})\k<g{group}>)");
    }

    private void ReadClass()
    {
        _at++;
        bool negated = Take("^");
        CharacterSet set = new();
        while (Here != ']')
        {
            if (AtEnd)
            {
                throw new PatternException("The pattern has an open bracket");
            }
            int? from = ReadClassMember(set);
            if (Here != '-' || _at + 1 >= _pattern.Length || _pattern[_at + 1] == ']')
            {
                if (from is not null)
                {
                    set.Add(from.Value, from.Value);
                }
                continue;
            }
            _at++;
            int? to = ReadClassMember(set);
            AddRange(set, from, to);
        }
        _at++;
        Append(set, negated);
    }

    private void AddRange(CharacterSet set, int? from, int? to)
    {
        if (from is not null && to is not null)
        {
            if (to < from)
            {
                throw new PatternException("The pattern has a range that ends before it begins");
            }
            set.Add(from.Value, to.Value);
            return;
        }
        if (_strict)
        {
            throw new PatternException("The pattern has a range without an end");
        }
        set.Add('-', '-');
        int? single = from ?? to;
        if (single is not null)
        {
            set.Add(single.Value, single.Value);
        }
    }

    private int? ReadClassMember(CharacterSet set)
    {
        if (Here != '\\')
        {
            return ReadCodePoint();
        }
        _at++;
        return ReadSetEscape(set, inClass: true);
    }

    /// <summary>What follows a backslash: a single character, or null where it was a set, which is added.</summary>
    private int? ReadSetEscape(CharacterSet set, bool inClass)
    {
        if (AtEnd)
        {
            throw new PatternException("The pattern ends in a backslash");
        }
        char letter = Here;
        _at++;
        switch (letter)
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                set.AddClass(letter);
                return null;
            case 'p' or 'P':
                set.AddProperty(ReadProperty(), negated: letter == 'P');
                return null;
            case 'b' when inClass:
                return 8;
            case 't':
                return 9;
            case 'n':
                return 10;
            case 'v':
                return 11;
            case 'f':
                return 12;
            case 'r':
                return 13;
            case '0' when !char.IsAsciiDigit(Here):
                return 0;
            case 'c' when char.IsAsciiLetter(Here):
                return _pattern[_at++] & 31;
            case 'x':
                return ReadHex(2);
            case 'u':
                return ReadUnicode();
            case '-' when inClass:
                return '-';
            default:
                _at--;
                return Identity(ReadCodePoint());
        }
    }

    private int Identity(int codePoint)
    {
        bool syntax = codePoint < 128 && @"^$\.*+?()[]{}|/".Contains((char)codePoint, StringComparison.Ordinal);
        if (!syntax && (_strict || codePoint > 127 || char.IsAsciiLetterOrDigit((char)codePoint)))
        {
            throw new PatternException("The pattern has an escape that ECMA-262 does not know");
        }
        return codePoint;
    }

    private string ReadProperty()
    {
        int end = Here == '{' ? _pattern.IndexOf('}', _at) : -1;
        if (end < 0)
        {
            throw new PatternException("The pattern names no property");
        }
        string name = _pattern[(_at + 1)..end];
        _at = end + 1;
        return name;
    }

    private int ReadUnicode()
    {
        if (!Take("{"))
        {
            int unit = ReadHex(4);
            if (!char.IsHighSurrogate((char)unit) || !Take(@"\u"))
            {
                return unit;
            }
            int low = ReadHex(4);
            return char.IsLowSurrogate((char)low) ? char.ConvertToUtf32((char)unit, (char)low) : throw new PatternException("The pattern has half a character");
        }
        int close = _pattern.IndexOf('}', _at);
        if (close < 0 || !int.TryParse(_pattern.AsSpan(_at, close - _at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int codePoint)
            || codePoint is < 0 or > 0x10FFFF)
        {
            throw new PatternException("The pattern has a malformed code point");
        }
        _at = close + 1;
        return codePoint;
    }

    private int ReadHex(int digits)
    {
        if (_at + digits > _pattern.Length
            || !int.TryParse(_pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
        {
            throw new PatternException("The pattern has a malformed code point");
        }
        _at += digits;
        return value;
    }

    private int ReadCodePoint()
    {
        char unit = _pattern[_at++];
        return char.IsHighSurrogate(unit) && char.IsLowSurrogate(Here) ? char.ConvertToUtf32(unit, _pattern[_at++]) : unit;
    }

    private void Literal(int codePoint)
    {
        if (codePoint > 0xFFFF)
        {
            string pair = char.ConvertFromUtf32(codePoint);
            _output.Append(CultureInfo.InvariantCulture, $@"(?:\u{(int)pair[0]:X4}\u{(int)pair[1]:X4})");
        }
        else if (char.IsSurrogate((char)codePoint))
        {
            _output.Append(CharacterSet.Nothing);
        }
        else if (char.IsAsciiLetterOrDigit((char)codePoint))
        {
            _output.Append((char)codePoint);
        }
        else
        {
            _output.Append(CultureInfo.InvariantCulture, $@"\u{codePoint:X4}");
        }
    }

    private void ReadQuantifier()
    {
        if (Here is '*' or '+' or '?')
        {
            _output.Append(Here);
            _at++;
        }
        else if (Here == '{' && IsCount())
        {
            int end = _pattern.IndexOf('}', _at);
            _output.Append(Counts(_pattern[(_at + 1)..end]));
            _at = end + 1;
        }
        else
        {
            return;
        }
        // How much a lazy repetition takes first decides what a group captures, never whether there is a match. Where nothing refers to a
        // group it is written greedy: .NET's engine loses its way in lazy repetitions of what can be empty.
        if (Take("?") && _captures)
        {
            _output.Append('?');
        }
    }

    private static string Counts(string counts)
    {
        int[] numbers = [.. counts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Bounded)];
        if (numbers.Length == 2 && numbers[1] < numbers[0])
        {
            throw new PatternException("The pattern repeats at most fewer times than at least");
        }
        string upper = counts.Contains(',', StringComparison.Ordinal) ? "," + (numbers.Length == 2 ? numbers[1].ToString(CultureInfo.InvariantCulture) : "") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{{{numbers[0]}{upper}}}");
    }

    private static int Bounded(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= 100_000
            ? value
            : throw new PatternException("The pattern repeats more than 100,000 times");

    /// <summary>Whether a brace here begins <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>.</summary>
    private bool IsCount()
    {
        int at = _at + 1;
        int digits = 0;
        int commas = 0;
        for (; at < _pattern.Length && (char.IsAsciiDigit(_pattern[at]) || _pattern[at] == ','); at++)
        {
            digits += commas == 0 && _pattern[at] != ',' ? 1 : 0;
            commas += _pattern[at] == ',' ? 1 : 0;
        }
        return at < _pattern.Length && _pattern[at] == '}' && digits > 0 && commas <= 1;
    }

    private bool Take(string text)
    {
        if (string.CompareOrdinal(_pattern, _at, text, 0, text.Length) != 0)
        {
            return false;
        }
        _at += text.Length;
        return true;
    }
}
