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

    /// <summary>The record; null where the text is unreadable, for one of four reasons: it is not UTF-8 I-JSON, it is over a limit, it is not an object, it has no <c>type</c>; or where its marking is above the ceiling of who reads.</summary>
    public PoliceRecord? Record { get; }

    /// <summary>The text of an unreadable record, kept; empty otherwise, and for a text above the ceiling.</summary>
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

    /// <summary>The same, with one more finding.</summary>
    internal ReadResult With(Finding finding) => new(Record, Unread, Report.With(finding));

    /// <summary>The same, with places in a file of which this text is one line.</summary>
    internal ReadResult AtLine(long number)
    {
        if (Report.Findings.IsEmpty) return this;
        Finding[] moved = new Finding[Report.Findings.Count];
        for (int i = 0; i < moved.Length; i++) moved[i] = Report.Findings[i] with { Line = number };
        return new(Record, Unread, Report with { Findings = new(moved) });
    }
}
