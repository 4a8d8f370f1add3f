using System.Runtime.InteropServices;

namespace Policing.Testing;

/// <summary>
/// A fixed rearrangement of the numbers 0 to <see cref="Size"/> - 1, <c>x → (m·x + s) mod Size</c>, that can be asked in both directions
/// without keeping a table: this is what lets any row of a file be made without making the rows before it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Shuffle
{
    private readonly long multiplier;
    private readonly long inverse;
    private readonly long shift;

    public Shuffle(ulong seed, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var random = new SyntheticRandom(seed);
        Size = size;
        shift = random.Below(size);
        multiplier = CoprimeFrom(random.Below(size) + 1, size);
        inverse = InverseOf(multiplier, size);
    }

    public int Size { get; }

    public int Forward(int value) => (int)(((multiplier * value) + shift) % Size);

    public int Back(int value) => (int)((((value - shift + Size) % Size) * inverse) % Size);

    private static long CoprimeFrom(long candidate, long size)
    {
        while (GreatestCommonDivisor(candidate, size) != 1)
        {
            candidate++;
        }

        return candidate;
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    private static long InverseOf(long value, long size)
    {
        var (old, current) = (value % size, size);
        var (oldFactor, factor) = (1L, 0L);
        while (current != 0)
        {
            var quotient = old / current;
            (old, current) = (current, old - (quotient * current));
            (oldFactor, factor) = (factor, oldFactor - (quotient * factor));
        }

        return ((oldFactor % size) + size) % size;
    }
}
