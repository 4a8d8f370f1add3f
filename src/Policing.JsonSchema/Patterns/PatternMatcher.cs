using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Policing.JsonSchema.Patterns;

/// <summary>A pattern of a schema, ready to match. Thread-safe.</summary>
internal sealed class PatternMatcher
{
    private const int StackChars = 256;

    /// <summary>How often a quick match that ran into its time-out is begun again: its thread was not let run, which can happen more than once.</summary>
    private const int QuickAttempts = 5;

    private readonly Regex? _regex;

    private PatternMatcher(SequencePattern? sequence, AutomatonPattern? automaton, Regex? regex)
    {
        Sequence = sequence;
        Automaton = automaton;
        _regex = regex;
        IsLinear = regex is null || (regex.Options & RegexOptions.NonBacktracking) != RegexOptions.None;
    }

    /// <summary>Matches byte by byte, in a time that needs no watching; null where the pattern is not of that kind.</summary>
    public SequencePattern? Sequence { get; }

    /// <summary>As <see cref="Sequence"/>, for patterns with alternatives and groups.</summary>
    public AutomatonPattern? Automaton { get; }

    /// <summary>Whether the time grows no faster than the text.</summary>
    public bool IsLinear { get; }

    /// <summary>Whether a match with a text is over at once: if the clock shows another time, the machine was busy with something else.</summary>
    public bool IsQuick(ReadOnlySpan<byte> utf8) => IsLinear && utf8.Length <= StackChars;

    /// <summary>Compiles a pattern of ECMA-262.</summary>
    /// <exception cref="PatternException">It is malformed, or has what is not supported.</exception>
    public static PatternMatcher Compile(string pattern, TimeSpan timeout)
    {
        EcmaPattern.Require(pattern, strict: false);
        if (SequencePattern.TryParse(pattern) is { } sequence)
        {
            return new PatternMatcher(sequence, null, null);
        }
        if (AutomatonPattern.TryParse(pattern) is { } automaton)
        {
            return new PatternMatcher(null, automaton, null);
        }
        try
        {
            return new PatternMatcher(null, null, CreateRegex(EcmaPattern.Translate(pattern, strict: false), timeout));
        }
        catch (ArgumentException)
        {
            throw new PatternException("The pattern is not one that can be matched here");
        }
    }

    /// <summary>Whether the pattern is found in a text.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took too long.</exception>
    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        if (Sequence is not null)
        {
            return Sequence.IsMatch(utf8);
        }
        if (Automaton is not null)
        {
            return Automaton.IsMatch(utf8);
        }
        if (utf8.Length <= StackChars)
        {
            Span<char> buffer = stackalloc char[StackChars];
            ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
            return IsLinear ? IsQuickMatch(text) : _regex!.IsMatch(text);
        }
        char[] rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            return _regex!.IsMatch(rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented)));
        }
        finally
        {
            // What is returned holds part of a document.
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private bool IsQuickMatch(ReadOnlySpan<char> text)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return _regex!.IsMatch(text);
            }
            catch (RegexMatchTimeoutException) when (attempt < QuickAttempts)
            {
            }
        }
    }

    private static Regex CreateRegex(string translated, TimeSpan timeout)
    {
        try
        {
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(translated, RegexOptions.CultureInvariant, timeout);
        }
    }
}
