using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Patterns;

/// <summary>
/// A pattern like <c>^[A-Z]{2}\d{6}$</c>: from start to end a row of sets of ASCII characters, each repeated. Taken only if every step can
/// be decided by the next byte, so that it never goes back.
/// </summary>
internal sealed class SequencePattern
{
    private const int MaxSteps = 32;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(UInt128 Set, int Min, int Max);

    /// <summary>For each byte, a bit for each step that takes it.</summary>
    private readonly uint[] _taken = new uint[256];
    private readonly (int Min, int Max)[] _repeats;

    private SequencePattern(List<Step> steps)
    {
        _repeats = [.. steps.Select(step => (step.Min, step.Max))];
        for (int index = 0; index < steps.Count; index++)
        {
            for (int letter = 0; letter < 128; letter++)
            {
                _taken[letter] |= (steps[index].Set & AsciiPattern.One((char)letter)) != UInt128.Zero ? 1u << index : 0;
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
        List<Step> steps = [];
        while (!rest.IsEmpty)
        {
            if (!AsciiPattern.TrySet(ref rest, out UInt128 set) || !AsciiPattern.TryRepeat(ref rest, out int min, out int max))
            {
                return null;
            }
            steps.Add(new Step(set, min, max));
        }
        return steps.Count <= MaxSteps && NeverGoesBack(steps) ? new SequencePattern(steps) : null;
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
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

    private static bool NeverGoesBack(List<Step> steps)
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
}
