namespace Policing.DataModel.Json;

/// <summary>One line of NDJSON and what came of reading it.</summary>
/// <param name="Number">The line's number in the file, from 1; blank lines count.</param>
/// <param name="Result">The record, or the text of a line that could not be read, with what was found. Its places are those of the file.</param>
public readonly record struct RecordLine(long Number, ReadResult Result)
{
    /// <summary>The record; null for a line that could not be read.</summary>
    public PoliceRecord? Record => Result.Record;
}
