using System.Buffers;
using System.Text.Unicode;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Archive;

/// <summary>
/// Cuts UTF-8 text into the records of a CSV table and says of each where it starts and whether it is whole, so that one bad record costs one
/// record. (The CSV reader behind it stops for good at the first bad quote, cannot say on which line a record starts, and takes any bytes.)
/// </summary>
/// <remarks>Blank lines are no records. The text of a record is valid until the next one is asked for.</remarks>
internal sealed class CsvRecords(Stream stream, int input, int maxLength) : IAsyncDisposable
{
    private const int ReadSize = 32 * 1024;

    // A byte that is no UTF-8 becomes a lone low surrogate, which no UTF-8 can give: see SourceRow.Raw.
    private const int UndecodableBase = 0xDC00;
    private static readonly SearchValues<char> Special = SearchValues.Create("\"\r\0");

    private readonly byte[] _bytes = new byte[ReadSize];
    private int _byteCount;
    private char[] _chars = new char[2 * ReadSize];
    private int _start;
    private int _end;
    private bool _began;
    private bool _ended;
    private bool _undecodable;
    private long _nextLine = 1;

    /// <summary>The fields of the header, once known: a record over several lines that has another number started at a stray quote.</summary>
    public int ExpectedFields { get; set; }

    /// <summary>The number of the line on which the record starts.</summary>
    public long Line { get; private set; }

    /// <summary>The record without its line end; where there is a <see cref="Fault"/>, the line that has it.</summary>
    public ReadOnlyMemory<char> Text { get; private set; }

    /// <summary>Why the record cannot be taken apart, or null.</summary>
    public RowFault? Fault { get; private set; }

    /// <summary>Moves to the next record.</summary>
    /// <exception cref="UnreadableInputException">The stream failed.</exception>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        TryTake() ? ValueTask.FromResult(true) : ReadOnAsync(cancellationToken);

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async ValueTask<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (_ended)
                return false;
            if (_end - _start > maxLength && !Rest().Contains('\n'))
                return await TakeTooLongAsync(cancellationToken).ConfigureAwait(false);
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
        while (!TryTake());
        return true;
    }

    private ReadOnlySpan<char> Rest() => _chars.AsSpan(_start, _end - _start);

    /// <summary>Takes a record out of what has been read, if it is all there.</summary>
    private bool TryTake()
    {
        while (true)
        {
            var rest = Rest();
            var newline = rest.IndexOf('\n');
            if (newline < 0 && (!_ended || rest.IsEmpty))
                return false;

            var line = newline < 0 ? rest : rest[..newline];
            var consumed = newline < 0 ? rest.Length : newline + 1;
            if (line.EndsWith('\r'))
                line = line[..^1];
            if (line.IsEmpty)
                Consume(consumed, lines: 1);
            else if (line.Length > maxLength)
                return Take(WholeCharacters(line[..maxLength]), consumed, lines: 1, new RowFault(ImportRules.LineTooLong));
            else if (line.ContainsAny(Special) || _undecodable)
                return TryTakeSpecial(rest, line.Length, consumed);
            else
                return Take(line.Length, consumed, lines: 1, fault: null);
        }
    }

    /// <summary>A record with a quote in it, or with characters that do not belong in text.</summary>
    private bool TryTakeSpecial(ReadOnlySpan<char> rest, int lineLength, int lineConsumed)
    {
        var scan = QuoteScan.Of(rest, atEnd: _ended);
        if (scan.Status == QuoteStatus.Incomplete && rest.Length <= maxLength)
            return false;
        var strayQuote = scan.Status != QuoteStatus.Whole
            || scan.Length > maxLength
            || (scan.Lines > 1 && ExpectedFields > 0 && scan.Fields != ExpectedFields);
        // Only the first line is given up: what looked like the rest of its quoted field may be good rows.
        if (strayQuote)
            return Take(lineLength, lineConsumed, lines: 1, new RowFault(ImportRules.Quoting, scan.Fields));
        return Take(scan.Length, scan.Consumed, scan.Lines, CharacterFault(rest[..scan.Length]));
    }

    private static RowFault? CharacterFault(ReadOnlySpan<char> record)
    {
        var undecodable = UndecodableAt(record);
        if (undecodable >= 0)
            return new RowFault(ImportRules.NotUtf8, QuoteScan.ColumnAt(record, undecodable));
        var control = ControlAt(record);
        return control >= 0 ? new RowFault(ImportRules.ControlCharacter, QuoteScan.ColumnAt(record, control)) : null;
    }

    private static int UndecodableAt(ReadOnlySpan<char> record)
    {
        for (var i = 0; i < record.Length; i++)
        {
            if (char.IsHighSurrogate(record[i]))
                i++; // the decoder gives both halves of a character
            else if (char.IsLowSurrogate(record[i]))
                return i;
        }

        return -1;
    }

    private static int ControlAt(ReadOnlySpan<char> record)
    {
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] == '\0' || (record[i] == '\r' && (i + 1 == record.Length || record[i + 1] != '\n')))
                return i;
        }

        return -1;
    }

    private static int WholeCharacters(ReadOnlySpan<char> text) => char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;

    private bool Take(int length, int consumed, int lines, RowFault? fault)
    {
        Line = _nextLine;
        Text = _chars.AsMemory(_start, length);
        Fault = fault;
        Consume(consumed, lines);
        return true;
    }

    private void Consume(int chars, int lines)
    {
        _start += chars;
        _nextLine += lines;
    }

    /// <summary>Keeps the beginning of a line that is too long, and passes over the rest of it.</summary>
    private async ValueTask<bool> TakeTooLongAsync(CancellationToken cancellationToken)
    {
        int newline;
        do
        {
            _end = _start + maxLength;
            await FillAsync(cancellationToken).ConfigureAwait(false);
            newline = Rest()[maxLength..].IndexOf('\n');
        }
        while (newline < 0 && !_ended);
        var consumed = newline < 0 ? _end - _start : maxLength + newline + 1;
        return Take(WholeCharacters(Rest()[..maxLength]), consumed, lines: 1, new RowFault(ImportRules.LineTooLong));
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        FindingRule? rule;
        try
        {
            // The first bytes say whether this is UTF-8 at all.
            var least = _began ? 1 : 3;
            var read = await stream.ReadAtLeastAsync(_bytes.AsMemory(_byteCount), least, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            _byteCount += read;
            _ended = read < least;
            if (!_began)
                SkipByteOrderMark();
            _began = true;
            Decode();
            return;
        }
        catch (Exception e) when (InputFaultException.TryGetRule(e, out rule))
        {
        }

        throw new UnreadableInputException(rule, input, _nextLine);
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Rest().CopyTo(_chars);
            _end -= _start;
            _start = 0;
        }

        if (_chars.Length - _end < ReadSize)
            Array.Resize(ref _chars, _chars.Length * 2);
    }

    private void SkipByteOrderMark()
    {
        var start = _bytes.AsSpan(0, _byteCount);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new InputFaultException(ImportRules.Utf16);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            KeepBytesFrom(3);
    }

    private void Decode()
    {
        var taken = 0;
        while (taken < _byteCount)
        {
            var status = Utf8.ToUtf16(
                _bytes.AsSpan(taken, _byteCount - taken), _chars.AsSpan(_end), out var read, out var written,
                replaceInvalidSequences: false, isFinalBlock: _ended);
            taken += read;
            _end += written;
            if (status != OperationStatus.InvalidData)
                break;
            _chars[_end++] = (char)(UndecodableBase + _bytes[taken++]);
            _undecodable = true;
        }

        KeepBytesFrom(taken);
    }

    private void KeepBytesFrom(int taken)
    {
        _bytes.AsSpan(taken, _byteCount - taken).CopyTo(_bytes);
        _byteCount -= taken;
    }
}
