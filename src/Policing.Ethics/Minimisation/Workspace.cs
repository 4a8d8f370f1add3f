namespace Policing.Ethics.Minimisation;

/// <summary>The buffers of one minimisation, kept by each thread.</summary>
internal sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? _kept;

    private char[] _given = [];
    private char[] _redacted = [];
    private int _givenUsed;
    private int _redactedUsed;

    /// <summary>The copy.</summary>
    public Draft Copy { get; } = new();

    /// <summary>The notes of what is left out, of the records that are open.</summary>
    public Draft Notes { get; } = new();

    /// <summary>The way to the member at hand; longer than any level of a text that a limit lets in.</summary>
    public PathStep[] Path { get; } = new PathStep[256];

    /// <summary>As many characters for a text before it is redacted; the same ones each time.</summary>
    public Span<char> Given(int length) => Sized(ref _given, ref _givenUsed, length);

    /// <summary>As many characters for a text after it was redacted; the same ones each time.</summary>
    public Span<char> Redacted(int length) => Sized(ref _redacted, ref _redactedUsed, length);

    // Taken while in use: a redactor may itself minimise.
    public static Workspace Take()
    {
        Workspace taken = _kept ?? new();
        _kept = null;
        return taken;
    }

    public void GiveBack()
    {
        Copy.Clear();
        Notes.Clear();
        _given.AsSpan(0, _givenUsed).Clear();
        _redacted.AsSpan(0, _redactedUsed).Clear();
        _givenUsed = 0;
        _redactedUsed = 0;
        _kept = this;
    }

    private static Span<char> Sized(ref char[] chars, ref int used, int length)
    {
        if (chars.Length < length)
        {
            Array.Clear(chars);
            chars = new char[Math.Max(length, 256)];
        }

        used = Math.Max(used, length);
        return chars.AsSpan(0, length);
    }
}
