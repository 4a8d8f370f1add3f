using System.Numerics;

namespace Policing.Ethics.Compilation;

/// <summary>A set of a request against a list of at most a few hundred values. Tells found values apart by their place in the list.</summary>
internal abstract class SetTest(ConditionOperator comparison, int values) : ConditionTest
{
    private const int Bits = 64;

    public override TestResult Of(in AccessRequest request)
    {
        if (values > Bits) return OfMany(request);
        ulong found = 0;
        return Of(request, new Span<ulong>(ref found));
    }

    private TestResult OfMany(in AccessRequest request)
    {
        Span<ulong> found = stackalloc ulong[(values + Bits - 1) / Bits];
        found.Clear();
        return Of(request, found);
    }

    private TestResult Of(in AccessRequest request, Span<ulong> found)
    {
        (int items, int known) = Mark(request, found);
        return Result(comparison switch
        {
            ConditionOperator.ContainsAny => known > 0,
            ConditionOperator.ContainsNone => known == 0,
            ConditionOperator.Within => items > 0 && known == items,
            _ => Count(found) == values,
        });
    }

    /// <summary>Marks the places of the values that the set has; gives how many items the set has, and how many of them are in the list.</summary>
    protected abstract (int Items, int Known) Mark(in AccessRequest request, Span<ulong> found);

    protected static bool Mark(int place, Span<ulong> found)
    {
        if (place < 0) return false;
        found[place / Bits] |= 1UL << (place % Bits);
        return true;
    }

    private static int Count(ReadOnlySpan<ulong> found)
    {
        int count = 0;
        foreach (ulong word in found) count += BitOperations.PopCount(word);
        return count;
    }
}
