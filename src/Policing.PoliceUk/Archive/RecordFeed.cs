namespace Policing.PoliceUk.Archive;

/// <summary>
/// Gives the CSV reader one record at a time, so that what it has split is always the record in hand: with its place, and nothing behind it.
/// </summary>
internal sealed class RecordFeed : TextReader
{
    private ReadOnlyMemory<char> _record;
    private bool _lineEnd;

    public void Give(ReadOnlyMemory<char> record)
    {
        _record = record;
        _lineEnd = true;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var text = Math.Min(count, _record.Length);
        _record.Span[..text].CopyTo(buffer.AsSpan(index));
        _record = _record[text..];
        if (text == count || !_lineEnd)
            return text;
        buffer[index + text] = '\n';
        _lineEnd = false;
        return text + 1;
    }

    public override int Read() => throw new NotSupportedException();

    public override int Peek() => throw new NotSupportedException();
}
