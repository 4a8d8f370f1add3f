namespace Policing.DataModel.Import;

/// <summary>
/// One row of a source as a reader gives it to <see cref="RowImport{TRow}"/>: the row and the place it stands at, or why there is none.
/// </summary>
/// <typeparam name="TRow">The reader's type of a row.</typeparam>
/// <remarks><c>default</c> is a row of <c>default(TRow)</c> at line 0 without text.</remarks>
public readonly struct SourceRow<TRow>
{
    private SourceRow(TRow row, long line, ReadOnlyMemory<char> raw, RowFault? fault)
    {
        Row = row;
        Line = line;
        Raw = raw;
        Fault = fault;
    }

    /// <summary>The row; <c>default</c> where there is a <see cref="Fault"/>.</summary>
    public TRow Row { get; }

    /// <summary>The number, from 1, of the line of the file on which the row starts.</summary>
    public long Line { get; }

    /// <summary>
    /// The text of the row as it stands in the source, without its line end. Valid until the reader moves on.
    /// A byte that is no UTF-8 stands as U+DC00 plus the byte, so that the rejects file can keep it.
    /// </summary>
    public ReadOnlyMemory<char> Raw { get; }

    /// <summary>Why the reader could not make the row, or null.</summary>
    public RowFault? Fault { get; }

    /// <summary>A row that was read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">The number, from 1, of the line on which it starts.</param>
    /// <param name="raw">Its text.</param>
    /// <returns>The row with its place.</returns>
    public static SourceRow<TRow> Read(TRow row, long line, ReadOnlyMemory<char> raw) => new(row, line, raw, fault: null);

    /// <summary>A row that could not be read.</summary>
    /// <param name="fault">Why not.</param>
    /// <param name="line">The number, from 1, of the line on which it starts.</param>
    /// <param name="raw">Its text.</param>
    /// <returns>The place with the reason.</returns>
    public static SourceRow<TRow> Faulted(RowFault fault, long line, ReadOnlyMemory<char> raw)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new(default!, line, raw, fault);
    }
}
