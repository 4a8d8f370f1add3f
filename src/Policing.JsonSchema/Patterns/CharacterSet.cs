using System.Globalization;
using System.Text;

namespace Policing.JsonSchema.Patterns;

/// <summary>
/// A set of characters of a pattern: ranges of code points, and general categories. It is written for an engine that works on UTF-16, where
/// a character beyond U+FFFF is two units. Halves of characters are in no set: no text that is matched has one, and a pair must not be taken
/// for two characters.
/// </summary>
internal sealed class CharacterSet
{
    /// <summary>A pattern that no text meets.</summary>
    public const string Nothing = @"[^\s\S]";

    private const int Last = 0x10FFFF;

    private static readonly (int From, int To)[] s_digits = [('0', '9')];
    private static readonly (int From, int To)[] s_words = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
    private static readonly (int From, int To)[] s_spaces =
    [
        (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
        (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
    ];

    private static readonly (int From, int To)[] s_lineEnds = [('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)];

    private readonly List<(int From, int To)> _ranges = [];
    private readonly StringBuilder _categories = new();

    /// <summary>What <c>.</c> stands for.</summary>
    public static CharacterSet AllButLineEnds()
    {
        CharacterSet set = new();
        set._ranges.AddRange(Complement(s_lineEnds));
        return set;
    }

    public void Add(int from, int to) => _ranges.Add((from, to));

    /// <summary>Adds what <c>\d \D \w \W \s \S</c> stand for.</summary>
    public void AddClass(char letter)
    {
        (int From, int To)[] ranges = char.ToLowerInvariant(letter) switch
        {
            'd' => s_digits,
            'w' => s_words,
            _ => s_spaces,
        };
        _ranges.AddRange(char.IsAsciiLetterUpper(letter) ? Complement(ranges) : ranges);
    }

    /// <summary>Adds a property: a general category, or one of the few others that are known.</summary>
    public void AddProperty(string name, bool negated)
    {
        (int From, int To)? range = name switch
        {
            "Any" => (0, Last),
            "ASCII" => (0, 0x7F),
            _ => null,
        };
        if (range is not null)
        {
            _ranges.AddRange(negated ? Complement([range.Value]) : [range.Value]);
            return;
        }
        if (negated)
        {
            // Of a character beyond U+FFFF no category is known, so that it is in none.
            _ranges.Add((0x10000, Last));
        }
        _categories.Append(negated ? @"\P{" : @"\p{").Append(UnicodeCategories.ShortName(name)).Append('}');
    }

    public string Write(bool negated)
    {
        List<(int From, int To)> others = Complement(_ranges);
        if (!negated)
        {
            return Alternatives(Units(WithoutHalves(others), _categories.ToString()), _ranges);
        }
        return Alternatives(_categories.Length == 0 ? Units(WithoutHalves(_ranges), "") : UnitsOutside(_ranges, _categories.ToString()), others);
    }

    /// <summary>What is neither in the ranges nor half a character.</summary>
    private static List<(int From, int To)> WithoutHalves(IEnumerable<(int From, int To)> others) => Complement(others.Append((0xD800, 0xDFFF)));

    private static string Alternatives(string units, IEnumerable<(int From, int To)> ranges)
    {
        List<string> parts = units.Length == 0 ? [] : [units];
        foreach ((int from, int to) in ranges.Where(range => range.To > 0xFFFF))
        {
            AddPairs(parts, Math.Max(from, 0x10000), to);
        }
        return parts.Count switch
        {
            0 => Nothing,
            1 when units.Length > 0 => parts[0],
            _ => $"(?:{string.Join('|', parts)})",
        };
    }

    /// <summary>A class of the units of ranges and categories. A category can hold halves of characters, which are taken out again.</summary>
    private static string Units(IEnumerable<(int From, int To)> ranges, string categories)
    {
        string units = Ranges(ranges);
        return (units.Length, categories.Length) switch
        {
            (0, 0) => "",
            (_, 0) => $"[{units}]",
            _ => $@"[{units}{categories}-[\uD800-\uDFFF]]",
        };
    }

    private static string UnitsOutside(IEnumerable<(int From, int To)> ranges, string categories) =>
        $"[^{Ranges(ranges.Append((0xD800, 0xDFFF)))}{categories}]";

    private static string Ranges(IEnumerable<(int From, int To)> ranges)
    {
        StringBuilder text = new();
        foreach ((int from, int to) in ranges.Where(range => range.From <= 0xFFFF))
        {
            text.Append(CultureInfo.InvariantCulture, $@"\u{from:X4}-\u{Math.Min(to, 0xFFFF):X4}");
        }
        return text.ToString();
    }

    private static void AddPairs(List<string> parts, int from, int to)
    {
        while (from <= to)
        {
            int block = from & ~0x3FF;
            // Whole blocks of one high surrogate can be written together.
            int end = from == block && to - from >= 0x3FF ? ((to + 1) & ~0x3FF) - 1 : Math.Min(to, block + 0x3FF);
            (char high, char low) = Pair(from);
            (char lastHigh, char lastLow) = Pair(end);
            parts.Add(string.Create(CultureInfo.InvariantCulture, $@"[\u{(int)high:X4}-\u{(int)lastHigh:X4}][\u{(int)low:X4}-\u{(int)lastLow:X4}]"));
            from = end + 1;
        }
    }

    private static (char High, char Low) Pair(int codePoint) =>
        ((char)(0xD800 + ((codePoint - 0x10000) >> 10)), (char)(0xDC00 + ((codePoint - 0x10000) & 0x3FF)));

    private static List<(int From, int To)> Complement(IEnumerable<(int From, int To)> ranges)
    {
        List<(int From, int To)> rest = [];
        int next = 0;
        foreach ((int from, int to) in ranges.OrderBy(range => range.From))
        {
            if (from > next)
            {
                rest.Add((next, from - 1));
            }
            next = Math.Max(next, to + 1);
        }
        if (next <= Last)
        {
            rest.Add((next, Last));
        }
        return rest;
    }
}
