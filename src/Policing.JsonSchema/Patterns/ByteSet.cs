using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Patterns;

/// <summary>A set of bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteSet(UInt128 Low, UInt128 High)
{
    public static ByteSet All { get; } = new(UInt128.MaxValue, UInt128.MaxValue);

    public static ByteSet Range(int from, int to)
    {
        ByteSet set = default;
        for (int value = from; value <= to; value++)
        {
            set |= value < 128 ? new ByteSet(UInt128.One << value, 0) : new ByteSet(0, UInt128.One << (value - 128));
        }
        return set;
    }

    public bool Has(int value) => ((value < 128 ? Low >> value : High >> (value - 128)) & UInt128.One) != 0;

    public static ByteSet operator |(ByteSet left, ByteSet right) => new(left.Low | right.Low, left.High | right.High);
}
