using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>
/// What came of reading one text: the record, or the text itself where it could not be read, and what was found. Immutable.
/// </summary>
public sealed class ReadResult
{
    internal ReadResult(PoliceRecord? record, ReadOnlyMemory<byte> unread, ValidationReport report)
    {
        Record = record;
        Unread = unread;
        Report = report;
    }

    /// <summary>The record; null where the text is unreadable, for one of four reasons: it is not UTF-8 I-JSON, it is over a limit, it is not an object, it has no <c>type</c>.</summary>
    public PoliceRecord? Record { get; }

    /// <summary>The text of an unreadable record, kept; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Unread { get; }

    /// <summary>What was found on the way.</summary>
    public ValidationReport Report { get; }

    /// <summary>True when there is a record.</summary>
    public bool IsReadable => Record is not null;

    /// <summary>The record as the type that the caller expects.</summary>
    /// <exception cref="PoliceJsonException">The text is unreadable, or the record is of another type; the message quotes nothing.</exception>
    public T As<T>()
        where T : PoliceRecord =>
        Record as T ?? throw new PoliceJsonException(Record is null ? Report : Report.With(new Finding { Rule = FindingRules.OtherType }));
}
