namespace Policing.JsonSchema.Patterns;

/// <summary>
/// The states that a pattern can be in while bytes come (a nondeterministic automaton). It is built from the end: each piece is given the
/// state that follows it.
/// </summary>
internal sealed class PatternNet
{
    private const int MaxStates = 2_000;

    /// <summary>Takes a byte of the set and goes to Next; without a set, is in Next and in Other at once, where they are not negative.</summary>
    public sealed record State(ByteSet? Set, int Next, int Other);

    private readonly List<State> _states = [];

    /// <summary>The state that is reached when the pattern is found.</summary>
    public const int Found = 0;

    public PatternNet(bool endsAnywhere)
    {
        _states.Add(new State(endsAnywhere ? ByteSet.All : null, endsAnywhere ? Found : -1, -1));
    }

    public IReadOnlyList<State> States => _states;

    /// <summary>Whether it grew so large that it is not worth it.</summary>
    public bool IsTooLarge => _states.Count > MaxStates;

    public int Take(ByteSet set, int next) => Add(new State(set, next, -1));

    public int Either(int one, int other) => one == other ? one : Add(new State(null, one, other));

    /// <summary>A piece again and again: <paramref name="piece"/> builds it before a given state.</summary>
    public int Repeat(Func<int, int> piece, int min, int max, int next)
    {
        int start = next;
        if (max == int.MaxValue)
        {
            start = Add(new State(null, -1, -1));
            _states[start] = new State(null, piece(start), next);
        }
        for (int copy = min; copy < max && max != int.MaxValue && !IsTooLarge; copy++)
        {
            start = Either(piece(start), next);
        }
        for (int copy = 0; copy < min && !IsTooLarge; copy++)
        {
            start = piece(start);
        }
        return start;
    }

    /// <summary>One character beyond ASCII, of a text that is valid UTF-8.</summary>
    public int TakeBeyondAscii(int next)
    {
        ByteSet rest = ByteSet.Range(0x80, 0xBF);
        int last = Take(rest, next);
        int last2 = Take(rest, last);
        int last3 = Take(rest, last2);
        return Either(Take(ByteSet.Range(0xC2, 0xDF), last), Either(Take(ByteSet.Range(0xE0, 0xEF), last2), Take(ByteSet.Range(0xF0, 0xF4), last3)));
    }

    private int Add(State state)
    {
        _states.Add(state);
        return _states.Count - 1;
    }
}
