namespace Policing.Testing;

/// <summary>
/// A small generator of pseudo-random numbers (SplitMix64, Steele, Lea and Flood 2014). It is our own, because the algorithm behind
/// <see cref="Random"/> may change with the runtime, and the same seed must give the same bytes everywhere. Not for secrets.
/// </summary>
internal struct SyntheticRandom(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += Step;
        return Mix(state);
    }

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)Math.BigMul(Next(), (ulong)limit, out _);
    }

    /// <summary>One of the items, each as likely as the others.</summary>
    public T Pick<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>True once in <paramref name="times"/> times on average.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    /// <summary>A seed that depends on all bits of both parts.</summary>
    public static ulong Combine(ulong seed, ulong part) => Mix(Mix(seed + Step) ^ (part * 0xD1B54A32D192ED03));

    /// <summary>A seed that depends on the seed and on every character of the text (FNV-1a over UTF-16 code units).</summary>
    public static ulong Combine(ulong seed, ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 0x100000001B3UL;
        }

        return Combine(seed, hash);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
