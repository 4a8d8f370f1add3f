namespace Policing.Ethics.Compilation;

/// <summary>
/// Decisions that permit, by the rules that led to them: few sets of rules decide nearly all requests, and to permit must not allocate. A
/// fixed number of slots; what does not fit is made anew. Thread-safe: slots change whole.
/// </summary>
internal sealed class PermitCache
{
    private const int Slots = 1024;
    private readonly Entry?[] _slots = new Entry?[Slots];

    public AccessDecision GetOrMake(ReadOnlySpan<ulong> rules, RuleIndex index)
    {
        ref Entry? slot = ref _slots[Hash(rules) & (Slots - 1)];
        Entry? found = Volatile.Read(ref slot);
        if (found is not null && rules.SequenceEqual(found.Rules)) return found.Decision;
        Entry made = new(rules.ToArray(), index.Permit(rules));
        Volatile.Write(ref slot, made);
        return made.Decision;
    }

    private static int Hash(ReadOnlySpan<ulong> words)
    {
        ulong hash = 0;
        foreach (ulong word in words) hash = (hash ^ word) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 40);
    }

    private sealed record Entry(ulong[] Rules, AccessDecision Decision);
}
