using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk;

/// <summary>What became of one input. It names no path and no value. Immutable.</summary>
public sealed class ArchiveInputReport
{
    internal ArchiveInputReport(int input, int pathIndex)
    {
        Input = input;
        PathIndex = pathIndex;
    }

    /// <summary>The input's ordinal: 1 is the first.</summary>
    public int Input { get; }

    /// <summary>The place, from 0, of the given path that led to this input; for the caller alone, it is not in the report file.</summary>
    public int PathIndex { get; }

    /// <summary>Which table it holds; <see cref="ArchiveKind.Unknown"/> where it could not be read.</summary>
    public ArchiveKind Kind { get; internal init; }

    /// <summary>Why the input could not be read; null where it could. Then nothing was written of it and all counts are 0.</summary>
    public UnreadableInputException? Error { get; internal init; }

    /// <summary>Rows read: always <see cref="Written"/> plus <see cref="Rejected"/>.</summary>
    public long Read => Written + Rejected;

    /// <summary>Rows whose records were written.</summary>
    public long Written { get; internal init; }

    /// <summary>Rows that were rejected; each is in the rejects file.</summary>
    public long Rejected { get; internal init; }

    /// <summary>Records written.</summary>
    public long Records { get; internal init; }

    /// <summary>How many records of each type were written, in a fixed order; types without any are left out.</summary>
    public IReadOnlyList<RecordTypeCount> RecordsByType { get; internal init; } = [];

    /// <summary>What was found in the rows, in the order of the rule ids.</summary>
    public IReadOnlyList<RuleFindings> RowFindings { get; internal init; } = [];

    /// <summary>What was found in the records, in the order of the rule ids.</summary>
    public IReadOnlyList<RuleFindings> RecordFindings { get; internal init; } = [];

    /// <summary>The name of the file with the records, in the output folder; null where there is none.</summary>
    public string? OutputFile { get; internal init; }

    /// <summary>The name of the file with the rejected rows, in the output folder; null where there is none.</summary>
    public string? RejectsFile { get; internal init; }

    /// <summary>How long it took, the check included.</summary>
    public TimeSpan Duration { get; internal init; }
}
