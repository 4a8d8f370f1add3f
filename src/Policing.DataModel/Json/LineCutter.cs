using System.Buffers;

namespace Policing.DataModel.Json;

/// <summary>Cuts lines out of a stream that comes piece by piece, wherever the pieces end.</summary>
/// <param name="limit">Bytes of a line, without the line feed.</param>
internal sealed class LineCutter(int limit)
{
    private long _number;
    private bool _isSkipping;

    /// <summary>
    /// Takes the next line that is to be read, or reported as too long. A line over the limit is given once, as soon as that is known; the rest
    /// of it is dropped until it ends.
    /// </summary>
    /// <param name="rest">What is there; on return, what is left. Begins with a part of a line where that was not whole.</param>
    /// <param name="isLast">Whether nothing comes after it.</param>
    /// <param name="line">The line.</param>
    /// <returns>False when more is needed.</returns>
    public bool TryTake(ref ReadOnlySequence<byte> rest, bool isLast, out CutLine line)
    {
        while (TryTakeWhole(ref rest, isLast, out ReadOnlySequence<byte> text))
        {
            _number++;
            line = new(_number, text, text.Length > limit);
            if (!_isSkipping) return true;
            _isSkipping = false;
        }

        line = new(_number + 1, rest, IsTooLong: true);
        if (rest.Length <= limit) return false;
        bool isNews = !_isSkipping;
        _isSkipping = true;
        rest = rest.Slice(rest.End);
        return isNews;
    }

    private static bool TryTakeWhole(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty) return false;
        rest = rest.Slice(rest.End);
        return true;
    }
}
