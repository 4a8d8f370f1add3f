using Policing.DataModel.Import;
using Sylvan.Data.Csv;

namespace Policing.PoliceUk.Archive;

/// <summary>The rows of a CSV table, split into fields: the first is the header, and the others must have as many fields.</summary>
internal sealed class CsvTable(Stream stream, int input, ArchiveLimits limits) : IAsyncDisposable
{
    private const int LeastBuffer = 16 * 1024;

    private readonly CsvRecords _records = new(stream, input, limits.MaxLineLength);
    private readonly RecordFeed _feed = new();
    private CsvDataReader? _csv;

    /// <summary>The number of the line on which the row starts.</summary>
    public long Line => _records.Line;

    public ReadOnlyMemory<char> Text => _records.Text;

    /// <summary>The fields in the header.</summary>
    public int FieldCount => _records.ExpectedFields;

    /// <summary>Why the row has no fields, or null.</summary>
    public RowFault? Fault { get; private set; }

    /// <summary>The header is read first, by this.</summary>
    public async ValueTask<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        if (!await _records.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            return false;
        Fault = _records.Fault ?? Split();
        if (Fault is null)
            _records.ExpectedFields = _csv!.RowFieldCount;
        return true;
    }

    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        var next = _records.MoveNextAsync(cancellationToken);
        if (!next.IsCompletedSuccessfully)
            return AwaitNextAsync(next);
        return ValueTask.FromResult(TakeRow(next.Result));
    }

    /// <summary>The text of a field, without its quotes. Valid until the next row.</summary>
    public ReadOnlySpan<char> Field(int ordinal) => _csv!.GetFieldSpan(ordinal);

    public async ValueTask DisposeAsync()
    {
        if (_csv is not null)
            await _csv.DisposeAsync().ConfigureAwait(false);
        await _records.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> AwaitNextAsync(ValueTask<bool> next) => TakeRow(await next.ConfigureAwait(false));

    private bool TakeRow(bool found)
    {
        if (found)
            Fault = _records.Fault ?? Split() ?? CountFault();
        return found;
    }

    private RowFault? CountFault()
    {
        var fields = _csv!.RowFieldCount;
        if (fields == FieldCount)
            return null;
        return fields < FieldCount
            ? new RowFault(ImportRules.TooFewFields, fields + 1)
            : new RowFault(ImportRules.TooManyFields, FieldCount + 1);
    }

    private RowFault? Split()
    {
        _feed.Give(_records.Text);
        try
        {
            _csv ??= CsvDataReader.Create(_feed, Options());
            _csv.Read();
            return null;
        }
        catch (CsvFormatException)
        {
            // It reads no more after an error, so the next record gets a new one.
            _csv = null;
            return new RowFault(ImportRules.Quoting);
        }
    }

    private CsvDataReaderOptions Options() => new()
    {
        Delimiter = ',',
        HasHeaders = false, // with headers it would read one record ahead
        Comment = '\0', // no record has one; the default drops every row that starts with '#'
        OwnsReader = false,
        BufferSize = LeastBuffer,
        MaxBufferSize = Math.Max(limits.MaxLineLength + 2, LeastBuffer),
    };
}
