using System.Runtime.CompilerServices;
using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>
/// Reads one table of the data.police.uk archive row by row. What it holds is decided by its header, whose columns may stand in any order, with
/// others among them.
/// </summary>
/// <remarks>
/// <para>
/// A row that cannot be read is a row with a fault, and the reading goes on with the next line. Blank lines are passed over. A file that was cut
/// off within its last field cannot be told from a whole one.
/// </para>
/// <para>The table is read once, by one of the three methods. Not thread-safe.</para>
/// </remarks>
public sealed class ArchiveReader : IAsyncDisposable
{
    private readonly CsvTable _table;
    private readonly TableHeader _header;
    private bool _reading;

    private ArchiveReader(CsvTable table, TableHeader header, int input)
    {
        _table = table;
        _header = header;
        Input = input;
    }

    /// <summary>The input's ordinal: 1 is the first.</summary>
    public int Input { get; }

    /// <summary>What the table holds, by its header.</summary>
    public ArchiveKind Kind => _header.Layout.Kind;

    /// <summary>What was odd in the header: columns that are not read, columns that an early file lacks. Often empty.</summary>
    public IReadOnlyList<RowFinding> HeaderFindings => _header.Findings;

    /// <summary>For each column of the table, in the documented order, the field that holds it, from 0, or -1.</summary>
    internal IReadOnlyList<int> Places => _header.Places;

    /// <summary>Opens an input and reads its header.</summary>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The reader, to be disposed of before the next entry of the same zip archive is opened.</returns>
    /// <exception cref="UnreadableInputException">The input cannot be read, or is none of the tables.</exception>
    public static async Task<ArchiveReader> OpenAsync(ArchiveInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return await OpenAsync(input.Open(), input.Ordinal, input.Limits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the header of a table that the caller has opened.</summary>
    /// <param name="csv">The table as UTF-8, not compressed. It is closed with the reader, also where this fails.</param>
    /// <param name="input">The ordinal that stands for its name.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="UnreadableInputException">The table cannot be read, or is none of those known.</exception>
    public static async Task<ArchiveReader> OpenAsync(
        Stream csv, int input = 1, ArchiveLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentOutOfRangeException.ThrowIfLessThan(input, 1);
        var table = new CsvTable(csv, input, limits ?? ArchiveLimits.Default);
        try
        {
            if (!await table.ReadHeaderAsync(cancellationToken).ConfigureAwait(false))
                throw new UnreadableInputException(ImportRules.EmptyInput, input, line: 0);
            return new ArchiveReader(table, TableHeader.Match(table, input), input);
        }
        catch
        {
            await table.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the rows of a street table.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, and the places where a row could not be read.</returns>
    /// <exception cref="InvalidOperationException">The table is of another kind, or has been read.</exception>
    /// <exception cref="UnreadableInputException">While reading: the input broke; nothing of it is to be kept.</exception>
    public IAsyncEnumerable<SourceRow<StreetRow>> ReadStreetAsync(CancellationToken cancellationToken = default)
    {
        Begin(ArchiveKind.Street);
        return ReadAsync(StreetRow.Of, cancellationToken);
    }

    /// <summary>Reads the rows of an outcomes table.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, and the places where a row could not be read.</returns>
    /// <exception cref="InvalidOperationException">The table is of another kind, or has been read.</exception>
    /// <exception cref="UnreadableInputException">While reading: the input broke; nothing of it is to be kept.</exception>
    public IAsyncEnumerable<SourceRow<OutcomeRow>> ReadOutcomesAsync(CancellationToken cancellationToken = default)
    {
        Begin(ArchiveKind.Outcomes);
        return ReadAsync(OutcomeRow.Of, cancellationToken);
    }

    /// <summary>Reads the rows of a stop-and-search table.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, and the places where a row could not be read.</returns>
    /// <exception cref="InvalidOperationException">The table is of another kind, or has been read.</exception>
    /// <exception cref="UnreadableInputException">While reading: the input broke; nothing of it is to be kept.</exception>
    public IAsyncEnumerable<SourceRow<StopSearchRow>> ReadStopSearchesAsync(CancellationToken cancellationToken = default)
    {
        Begin(ArchiveKind.StopAndSearch);
        return ReadAsync(StopSearchRow.Of, cancellationToken);
    }

    /// <summary>Closes the table.</summary>
    /// <returns>A task that ends when it is closed.</returns>
    public ValueTask DisposeAsync() => _table.DisposeAsync();

    private void Begin(ArchiveKind kind)
    {
        if (Kind != kind)
            throw new InvalidOperationException("The table is of another kind: see Kind.");
        if (_reading)
            throw new InvalidOperationException("The table has been read: open it again.");
        _reading = true;
    }

    private async IAsyncEnumerable<SourceRow<TRow>> ReadAsync<TRow>(
        Func<TableRow, TRow> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = new TableRow(_table, _header.Places);
        while (await _table.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            row.Number++;
            yield return _table.Fault is { } fault
                ? SourceRow<TRow>.Faulted(fault, _table.Line, _table.Text)
                : SourceRow<TRow>.Read(make(row), _table.Line, _table.Text);
        }
    }
}
