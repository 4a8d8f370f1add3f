using System.Numerics;

namespace Policing.Ethics.Compilation;

/// <summary>A set of rules as bits: rule n is bit n.</summary>
internal static class RuleBits
{
    public const int InWord = 64;

    public static int Words(int rules) => (rules + InWord - 1) / InWord;

    /// <summary>The rules that a test holds for.</summary>
    public static ulong[] Of(PolicyRule[] rules, Func<PolicyRule, bool> holds)
    {
        ulong[] bits = new ulong[Words(rules.Length)];
        for (int rule = 0; rule < rules.Length; rule++)
            if (holds(rules[rule])) bits[rule / InWord] |= 1UL << (rule % InWord);
        return bits;
    }

    public static void And(Span<ulong> bits, ulong[] others)
    {
        for (int word = 0; word < bits.Length; word++) bits[word] &= others[word];
    }

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        int count = 0;
        foreach (ulong word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    public static void Set(Span<ulong> bits, int rule) => bits[rule / InWord] |= 1UL << (rule % InWord);
}
