using Policing.DataModel.Validation;
namespace Policing.DataModel.Import;

/// <summary>Takes what a <see cref="RowMapping{TRow}"/> makes of one row. Used again for each row; not thread-safe.</summary>
public sealed class RowOutput
{
    private readonly ImportTally _tally;
    private PoliceRecord[] _records = new PoliceRecord[4];
    private int _count;

    internal RowOutput(ImportTally tally) => _tally = tally;

    /// <summary>The number, from 1, of the line on which the row starts.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the row has been rejected.</summary>
    public bool IsRejected => RejectedBy is not null;

    internal FindingRule? RejectedBy { get; private set; }

    internal int RejectedColumn { get; private set; }

    internal ReadOnlyMemory<PoliceRecord> Records => new(_records, 0, _count);

    /// <summary>Adds a record made of this row. All records of a row are written, or none.</summary>
    /// <param name="record">The record.</param>
    public void Add(PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_count == _records.Length)
            Array.Resize(ref _records, _count * 2);
        _records[_count++] = record;
    }

    /// <summary>Reports something about the row that does not stop it.</summary>
    /// <param name="rule">What was found.</param>
    /// <param name="column">The column's number from 1, or 0 for the row as a whole.</param>
    public void Report(FindingRule rule, int column = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        _tally.Find(rule, Line, column);
    }

    /// <summary>
    /// Rejects the row: none of its records is written, and its text goes to the rejects file under the first reason given.
    /// </summary>
    /// <param name="rule">Why.</param>
    /// <param name="column">The column's number from 1, or 0 for the row as a whole.</param>
    public void Reject(FindingRule rule, int column = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (RejectedBy is null)
            (RejectedBy, RejectedColumn) = (rule, column);
        else
            _tally.Find(rule, Line, column);
    }

    internal void Begin(long line)
    {
        Line = line;
        RejectedBy = null;
        Clear();
    }

    internal void Clear()
    {
        Array.Clear(_records, 0, _count);
        _count = 0;
    }
}
