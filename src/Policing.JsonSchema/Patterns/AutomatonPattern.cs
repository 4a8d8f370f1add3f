namespace Policing.JsonSchema.Patterns;

/// <summary>
/// A regular pattern as a table: from each state, each byte leads to one other state (a deterministic automaton). It reads every byte of a
/// text once.
/// </summary>
internal sealed class AutomatonPattern
{
    private const int MaxStates = 256;

    /// <summary>The greatest length for which a quicker way is looked for.</summary>
    private const int MaxFixed = 32;

    /// <summary>From here no byte leads to a match.</summary>
    private const byte Lost = 0;

    /// <summary>The kind of each byte; bytes of a kind lead to the same states.</summary>
    private readonly byte[] _kinds;
    private readonly int _kindBits;

    /// <summary>By state, and within it by kind.</summary>
    private readonly byte[] _next;
    private readonly bool[] _isFound;
    private readonly byte _start;

    /// <summary>By the length of a text, a quicker way; null where there is none.</summary>
    private readonly FixedPattern?[] _fixed;

    private AutomatonPattern(byte[] kinds, int kindBits, byte[] next, bool[] isFound, byte start)
    {
        _kinds = kinds;
        _kindBits = kindBits;
        _next = next;
        _isFound = isFound;
        _start = start;
        bool[][] matchesAfter = MatchesAfter(MaxFixed);
        _fixed = new FixedPattern?[MaxFixed + 1];
        for (int length = 0; length <= MaxFixed; length++)
        {
            _fixed[length] = FixedOf(length, matchesAfter);
        }
    }

    /// <summary>Reads a well-formed pattern; null where it is not of this kind, or the table would be large.</summary>
    public static AutomatonPattern? TryParse(string pattern)
    {
        PatternNet? net = PatternParser.TryParse(pattern, out int start);
        return net is null ? null : Build(net, start);
    }

    public bool IsMatch(ReadOnlySpan<byte> text) =>
        (uint)text.Length < (uint)_fixed.Length && _fixed[text.Length] is { } quicker ? quicker.IsMatch(text) : Reads(text);

    private bool Reads(ReadOnlySpan<byte> text)
    {
        byte[] kinds = _kinds;
        byte[] next = _next;
        int bits = _kindBits;
        int state = _start;
        foreach (byte letter in text)
        {
            state = next[(state << bits) | kinds[letter]];
        }
        return _isFound[state];
    }

    /// <summary>
    /// The pattern among texts of one length, such as <c>2026-03-04</c> of a date whose day may be missing: where from each place only one way
    /// leads to a match in time, each place stands for itself.
    /// </summary>
    private FixedPattern? FixedOf(int length, bool[][] matchesAfter)
    {
        List<PatternStep> places = [];
        int state = _start;
        for (int left = length - 1; left >= 0; left--)
        {
            int next = OnlyWay(state, matchesAfter[left]);
            if (next < 0)
            {
                return null;
            }
            UInt128 set = UInt128.Zero;
            for (int letter = 0; letter < 256; letter++)
            {
                if (_next[(state << _kindBits) | _kinds[letter]] == next)
                {
                    if (letter > 127)
                    {
                        return null;
                    }
                    set |= UInt128.One << letter;
                }
            }
            places.Add(new(set, 1, 1));
            state = next;
        }
        return length > 0 ? FixedPattern.TryCreate(places) : null;
    }

    /// <summary>The one state after this that can still lead to a match; -1 for none or several.</summary>
    private int OnlyWay(int state, bool[] matches)
    {
        int only = -1;
        foreach (byte next in After(state))
        {
            if (matches[next] && next != only)
            {
                if (only >= 0)
                {
                    return -1;
                }
                only = next;
            }
        }
        return only;
    }

    private ReadOnlySpan<byte> After(int state) => _next.AsSpan(state << _kindBits, 1 << _kindBits);

    /// <summary>By number of bytes and state: whether so many bytes can lead from the state to a match.</summary>
    private bool[][] MatchesAfter(int most)
    {
        bool[][] matches = new bool[most + 1][];
        matches[0] = _isFound;
        for (int bytes = 1; bytes <= most; bytes++)
        {
            matches[bytes] = new bool[_isFound.Length];
            for (int state = 0; state < _isFound.Length; state++)
            {
                foreach (byte next in After(state))
                {
                    matches[bytes][state] |= matches[bytes - 1][next];
                }
            }
        }
        return matches;
    }

    private static AutomatonPattern? Build(PatternNet net, int start)
    {
        byte[] kinds = Kinds(net, out int[] samples);
        int kindBits = Math.Max(1, (int)Math.Ceiling(Math.Log2(samples.Length)));
        List<int[]> sets = [[], Closure(net, [start])];
        Dictionary<string, int> known = new(StringComparer.Ordinal) { [Key(sets[0])] = Lost, [Key(sets[1])] = 1 };
        List<byte> next = [];
        for (int state = 0; state < sets.Count; state++)
        {
            for (int kind = 0; kind < 1 << kindBits; kind++)
            {
                int[] reached = kind < samples.Length ? Step(net, sets[state], samples[kind]) : [];
                if (!known.TryGetValue(Key(reached), out int number))
                {
                    if (sets.Count == MaxStates)
                    {
                        return null;
                    }
                    number = sets.Count;
                    known.Add(Key(reached), number);
                    sets.Add(reached);
                }
                next.Add((byte)number);
            }
        }
        return new AutomatonPattern(kinds, kindBits, [.. next], [.. sets.ConvertAll(set => Array.IndexOf(set, PatternNet.Found) >= 0)], 1);
    }

    /// <summary>Bytes are of one kind if the same sets of the net have them. A byte of each kind is a sample of it.</summary>
    private static byte[] Kinds(PatternNet net, out int[] samples)
    {
        List<ByteSet> sets = [];
        foreach (PatternNet.State state in net.States)
        {
            if (state.Set is { } set && !sets.Contains(set))
            {
                sets.Add(set);
            }
        }
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        List<int> firsts = [];
        byte[] kinds = new byte[256];
        for (int value = 0; value < 256; value++)
        {
            char[] members = new char[sets.Count];
            for (int place = 0; place < members.Length; place++)
            {
                members[place] = sets[place].Has(value) ? '1' : '0';
            }
            string key = new(members);
            if (!known.TryGetValue(key, out int kind))
            {
                kind = known.Count;
                known.Add(key, kind);
                firsts.Add(value);
            }
            kinds[value] = (byte)kind;
        }
        samples = [.. firsts];
        return kinds;
    }

    private static int[] Step(PatternNet net, int[] states, int value)
    {
        List<int> reached = [];
        foreach (int at in states)
        {
            if (net.States[at] is { Set: { } set } state && set.Has(value))
            {
                reached.Add(state.Next);
            }
        }
        return Closure(net, reached);
    }

    /// <summary>The states that take a byte, or are the end, among those that are reached without one.</summary>
    private static int[] Closure(PatternNet net, IEnumerable<int> starts)
    {
        Stack<int> work = new(starts);
        HashSet<int> seen = [];
        while (work.TryPop(out int at))
        {
            if (at >= 0 && seen.Add(at) && net.States[at].Set is null)
            {
                work.Push(net.States[at].Next);
                work.Push(net.States[at].Other);
            }
        }
        List<int> states = [];
        foreach (int state in seen)
        {
            if (state == PatternNet.Found || net.States[state].Set is not null)
            {
                states.Add(state);
            }
        }
        states.Sort();
        return [.. states];
    }

    // A state is a letter of its own; there are fewer of them.
    private static string Key(int[] states) => new(Array.ConvertAll(states, state => (char)state));
}
