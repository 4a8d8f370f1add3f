using System.Buffers;

namespace Policing.DataModel.Json;

/// <summary>Some lines that follow each other, copied out of the stream, so that another thread can read them.</summary>
/// <param name="limit">How many bytes of a line over the limit are kept.</param>
internal sealed class LineBlock(int limit) : IDisposable
{
    private readonly List<Line> _lines = [];
    private byte[] _bytes = [];
    private int _length;

    public bool IsEmpty => _lines.Count == 0;

    public int Count => _lines.Count;

    public void Add(in CutLine line)
    {
        ReadOnlySequence<byte> text = line.IsTooLong ? line.Text.Slice(0, limit) : line.Text;
        int length = (int)text.Length;
        MakeRoom(length);
        text.CopyTo(_bytes.AsSpan(_length));
        _lines.Add(new(line.Number, _length, length, line.IsTooLong));
        _length += length;
    }

    public long Number(int index) => _lines[index].Number;

    public bool IsTooLong(int index) => _lines[index].IsTooLong;

    public ReadOnlySpan<byte> Text(int index) => _bytes.AsSpan(_lines[index].Start, _lines[index].Length);

    /// <summary>Gives the memory back, wiped: it held records.</summary>
    public void Dispose()
    {
        Return(_bytes, _length);
        _bytes = [];
        _length = 0;
        _lines.Clear();
    }

    private void MakeRoom(int length)
    {
        if (length <= _bytes.Length - _length) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(64 << 10, _length + length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Return(_bytes, _length);
        _bytes = larger;
    }

    private static void Return(byte[] bytes, int used)
    {
        if (bytes.Length == 0) return;
        bytes.AsSpan(0, used).Clear();
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private readonly record struct Line(long Number, int Start, int Length, bool IsTooLong);
}
