namespace Policing.JsonSchema.Patterns;

/// <summary>A set of bytes.</summary>
internal sealed record ByteSet(UInt128 Low, UInt128 High)
{
    public static ByteSet None { get; } = new(UInt128.Zero, UInt128.Zero);

    public static ByteSet All { get; } = new(UInt128.MaxValue, UInt128.MaxValue);

    public static ByteSet Range(int from, int to)
    {
        UInt128 low = UInt128.Zero, high = UInt128.Zero;
        for (int value = from; value <= to; value++)
        {
            low |= value < 128 ? UInt128.One << value : UInt128.Zero;
            high |= value < 128 ? UInt128.Zero : UInt128.One << (value - 128);
        }
        return new ByteSet(low, high);
    }

    public bool Has(int value) => ((value < 128 ? Low >> value : High >> (value - 128)) & UInt128.One) != 0;

    public static ByteSet operator |(ByteSet left, ByteSet right) => new(left.Low | right.Low, left.High | right.High);
}
