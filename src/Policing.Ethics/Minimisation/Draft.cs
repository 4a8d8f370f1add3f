using System.Buffers;

namespace Policing.Ethics.Minimisation;

/// <summary>Bytes that are written and may be taken back. Kept between uses; what was written is cleared at once, so that no record stays behind.</summary>
internal sealed class Draft
{
    private const int LeastSize = 4 << 10;
    private const int MostKept = 256 << 10;
    private byte[] _bytes = [];

    // How far bytes were ever written since the last clearing.
    private int _high;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>True right behind an opening bracket, or at the start: no comma is due.</summary>
    public bool IsAtFirst => Length == 0 || _bytes[Length - 1] is (byte)'{' or (byte)'[';

    public void Add(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (values.Length > _bytes.Length - Length) Grow(values.Length);
        values.CopyTo(_bytes.AsSpan(Length));
        Length += values.Length;
    }

    /// <summary>Room for as many bytes, to be written and then taken with <see cref="Advance"/>.</summary>
    public Span<byte> Room(int size)
    {
        if (size > _bytes.Length - Length) Grow(size);
        _high = Math.Max(_high, Length + size);
        return _bytes.AsSpan(Length, size);
    }

    public void Advance(int written) => Length += written;

    public void CutTo(int length)
    {
        _high = Math.Max(_high, Length);
        Length = length;
    }

    /// <summary>Takes room for about as many bytes at once.</summary>
    public void Expect(int size)
    {
        if (size > _bytes.Length) Grow(size);
    }

    /// <summary>Forgets everything, also what was written and cut again.</summary>
    public void Clear()
    {
        _bytes.AsSpan(0, Math.Max(_high, Length)).Clear();
        Length = 0;
        _high = 0;
        if (_bytes.Length <= MostKept) return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int more)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(checked(Length + more), Length * 2), LeastSize));
        Written.CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
