namespace Policing.JsonSchema.Patterns;

/// <summary>
/// A pattern of ASCII characters, with groups, alternatives and counts in it, as a table: for each state and byte the next state. One look a
/// byte, whatever the pattern. It may stand for a whole text (<c>^…$</c>), for its beginning, its end, or anything in it.
/// </summary>
internal sealed class TablePattern
{
    private const int MaxPositions = 1_024;
    private const int MaxStates = 255;
    private const int MaxDepth = 32;
    private const int Dead = 0;
    private const int Found = 1;

    /// <summary>The bytes that no part of the pattern tells apart have one column.</summary>
    private readonly byte[] _columns;

    /// <summary>By row and column the place at which the next row begins.</summary>
    private readonly ushort[] _next;
    private readonly bool[] _isEnd;
    private readonly int _width;
    private readonly int _start;

    private TablePattern(byte[] columns, List<int[]> rows, int start, bool[] ends)
    {
        _columns = columns;
        _width = rows[0].Length;
        _next = [.. rows.SelectMany(row => row.Select(state => (ushort)(state * _width)))];
        _start = start * _width;
        _isEnd = ends;
    }

    /// <summary>Reads a well-formed pattern; null where it is not of this kind, or would need too large a table.</summary>
    public static TablePattern? TryParse(string pattern)
    {
        ReadOnlySpan<char> rest = pattern;
        bool fromStart = rest.StartsWith("^");
        bool toEnd = rest.EndsWith("$") && !rest.EndsWith("\\$");
        rest = rest[(fromStart ? 1 : 0)..^(toEnd ? 1 : 0)];
        Automaton automaton = new();
        if (!TryChoice(ref rest, depth: 0, out Part.Choice? whole) || !rest.IsEmpty)
        {
            return null;
        }
        // A choice at the top of '^a|b$' is between '^a' and 'b$'.
        bool isSplit = whole!.Ways.Count > 1 && (fromStart || toEnd);
        return isSplit || !automaton.TryAdd(whole, Automaton.Begin, out int last) ? null : Build(automaton, last, fromStart, toEnd);
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        byte[] columns = _columns;
        ushort[] next = _next;
        int row = _start;
        foreach (byte letter in text)
        {
            if (row <= Found * _width)
            {
                break;
            }
            row = next[row + columns[letter]];
        }
        return _isEnd[row / _width];
    }

    private static bool TryChoice(ref ReadOnlySpan<char> rest, int depth, out Part.Choice? choice)
    {
        List<Part> ways = [];
        choice = null;
        while (TryRow(ref rest, depth, out Part? way))
        {
            ways.Add(way!);
            if (rest.IsEmpty || rest[0] != '|')
            {
                choice = new Part.Choice(ways);
                return true;
            }
            rest = rest[1..];
        }
        return false;
    }

    private static bool TryRow(ref ReadOnlySpan<char> rest, int depth, out Part? row)
    {
        List<Part> parts = [];
        row = null;
        while (!rest.IsEmpty && rest[0] is not ('|' or ')'))
        {
            if (!TryTerm(ref rest, depth, out Part? term) || !AsciiPattern.TryRepeat(ref rest, out int min, out int max))
            {
                return false;
            }
            parts.Add(min == 1 && max == 1 ? term! : new Part.Repeat(term!, min, max));
        }
        row = new Part.Row(parts);
        return true;
    }

    private static bool TryTerm(ref ReadOnlySpan<char> rest, int depth, out Part? term)
    {
        term = null;
        if (rest[0] != '(')
        {
            bool ok = AsciiPattern.TrySet(ref rest, out UInt128 set);
            term = new Part.Letter(set);
            return ok;
        }
        rest = rest[1..];
        if (rest.StartsWith("?:"))
        {
            rest = rest[2..];
        }
        // What else begins with a question mark looks around or has a name.
        if (depth == MaxDepth || rest.IsEmpty || rest[0] == '?' || !TryChoice(ref rest, depth + 1, out Part.Choice? inner) || rest.IsEmpty || rest[0] != ')')
        {
            return false;
        }
        term = inner;
        rest = rest[1..];
        return true;
    }

    /// <summary>A state of the table for each set of states that the automaton can be in.</summary>
    private static TablePattern? Build(Automaton automaton, int last, bool fromStart, bool toEnd)
    {
        (byte[] columns, List<char> letters) = Columns(automaton);
        int[] begin = automaton.Closure([Automaton.Begin]);
        // Decided states have no set: nothing matters after them.
        List<int[]> sets = [[], []];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = Dead };
        int start = NumberOf(begin);
        List<int[]> rows = [];
        for (int state = 0; state < sets.Count && sets.Count <= MaxStates; state++)
        {
            int[] row = new int[letters.Count + 1];
            for (int column = 0; column < letters.Count && state > Found; column++)
            {
                int[] next = automaton.Step(sets[state], letters[column]);
                row[column] = NumberOf(fromStart ? next : [.. next.Union(begin).Order()]);
            }
            row[letters.Count] = fromStart ? Dead : start;
            rows.Add(row);
        }
        return sets.Count > MaxStates ? null : new TablePattern(columns, rows, start, [.. sets.Select((set, number) => number == Found || set.Contains(last))]);

        int NumberOf(int[] set)
        {
            if (!toEnd && set.Contains(last))
            {
                return Found;
            }
            if (!numbers.TryGetValue(Key(set), out int number))
            {
                number = sets.Count;
                numbers.Add(Key(set), number);
                sets.Add(set);
            }
            return number;
        }
    }

    // The last column is for bytes that no part takes, those beyond ASCII among them.
    private static (byte[] Columns, List<char> Letters) Columns(Automaton automaton)
    {
        byte[] columns = new byte[256];
        List<char> letters = [];
        Dictionary<string, byte> known = new(StringComparer.Ordinal);
        for (int letter = 0; letter < 128; letter++)
        {
            string takers = Key(automaton.TakersOf((char)letter));
            if (takers.Length == 0)
            {
                columns[letter] = byte.MaxValue;
                continue;
            }
            if (!known.TryGetValue(takers, out byte column))
            {
                column = (byte)letters.Count;
                known.Add(takers, column);
                letters.Add((char)letter);
            }
            columns[letter] = column;
        }
        byte none = (byte)letters.Count;
        columns.AsSpan(128).Fill(byte.MaxValue);
        columns.AsSpan().Replace(byte.MaxValue, none);
        return (columns, letters);
    }

    private static string Key(int[] set) => string.Join(',', set);

    private abstract record Part
    {
        public sealed record Letter(UInt128 Set) : Part;

        public sealed record Row(List<Part> Parts) : Part;

        public sealed record Choice(List<Part> Ways) : Part;

        public sealed record Repeat(Part What, int Min, int Max) : Part;
    }

    /// <summary>States with steps that take a character, and steps that take none.</summary>
    private sealed class Automaton
    {
        public const int Begin = 0;

        private readonly List<(UInt128 Set, int To)?> _taking = [null];
        private readonly List<List<int>> _free = [[]];

        /// <summary>Adds the ways from a state through a part; false where there would be too many.</summary>
        public bool TryAdd(Part part, int from, out int end)
        {
            end = from;
            switch (part)
            {
                case Part.Letter letter:
                    int taker = Fork(from);
                    end = NewState();
                    _taking[taker] = (letter.Set, end);
                    return _free.Count <= MaxPositions;
                case Part.Row row:
                    foreach (Part next in row.Parts)
                    {
                        if (!TryAdd(next, end, out end))
                        {
                            return false;
                        }
                    }
                    return true;
                case Part.Choice choice:
                    return TryAddChoice(choice, from, out end);
                default:
                    return TryAddRepeat((Part.Repeat)part, from, out end);
            }
        }

        private bool TryAddChoice(Part.Choice choice, int from, out int end)
        {
            end = NewState();
            foreach (Part way in choice.Ways)
            {
                if (!TryAdd(way, Fork(from), out int last))
                {
                    return false;
                }
                _free[last].Add(end);
            }
            return true;
        }

        private bool TryAddRepeat(Part.Repeat repeat, int from, out int end)
        {
            end = from;
            for (int time = 0; time < repeat.Min; time++)
            {
                if (!TryAdd(repeat.What, end, out end))
                {
                    return false;
                }
            }
            return repeat.Max == int.MaxValue ? TryAddEndless(repeat.What, ref end) : TryAddOptional(repeat, ref end);
        }

        private bool TryAddEndless(Part what, ref int end)
        {
            int loop = Fork(end);
            if (!TryAdd(what, loop, out int last))
            {
                return false;
            }
            _free[last].Add(loop);
            end = Fork(loop);
            return true;
        }

        private bool TryAddOptional(Part.Repeat repeat, ref int end)
        {
            int exit = NewState();
            for (int time = repeat.Min; time < repeat.Max; time++)
            {
                _free[end].Add(exit);
                if (!TryAdd(repeat.What, Fork(end), out end))
                {
                    return false;
                }
            }
            _free[end].Add(exit);
            end = exit;
            return true;
        }

        private int NewState()
        {
            _free.Add([]);
            _taking.Add(null);
            return _free.Count - 1;
        }

        /// <summary>A new state that is reached from another without a character, so that what loops there does not loop here.</summary>
        private int Fork(int from)
        {
            int state = NewState();
            _free[from].Add(state);
            return state;
        }

        public int[] TakersOf(char letter) =>
            [.. Enumerable.Range(0, _taking.Count).Where(state => Takes(state, letter))];

        private bool Takes(int state, char letter) => _taking[state] is { } step && (step.Set & AsciiPattern.One(letter)) != UInt128.Zero;

        public int[] Step(int[] states, char letter) =>
            Closure(states.Where(state => Takes(state, letter)).Select(state => _taking[state]!.Value.To));

        public int[] Closure(IEnumerable<int> states)
        {
            SortedSet<int> reached = [.. states];
            Stack<int> open = new(reached);
            while (open.TryPop(out int state))
            {
                foreach (int next in _free[state])
                {
                    if (reached.Add(next))
                    {
                        open.Push(next);
                    }
                }
            }
            return [.. reached];
        }
    }
}
