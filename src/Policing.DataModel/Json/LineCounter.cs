namespace Policing.DataModel.Json;

/// <summary>Turns ascending offsets into lines and columns, from 1, in one pass over the text. The column counts bytes.</summary>
internal ref struct LineCounter(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _done;
    private int _lineStart;
    private long _line = 1;

    public (long Line, long Column) At(long offset)
    {
        int end = (int)Math.Clamp(offset, _done, _utf8.Length);
        ReadOnlySpan<byte> passed = _utf8[_done..end];
        int lastBreak = passed.LastIndexOf((byte)'\n');
        if (lastBreak >= 0)
        {
            _line += passed.Count((byte)'\n');
            _lineStart = _done + lastBreak + 1;
        }

        _done = end;
        return (_line, end - _lineStart + 1);
    }
}
