namespace Policing.DataModel.Import;

/// <summary>What an import run did. <see cref="Read"/> is always <see cref="Written"/> plus <see cref="Rejected"/>. Immutable.</summary>
public sealed class RowImportReport
{
    internal RowImportReport(
        int input, long written, long rejected, long records, IReadOnlyList<RuleCount> rules, IReadOnlyList<RowFinding> findings, long findingsLeftOut)
    {
        Input = input;
        Written = written;
        Rejected = rejected;
        Records = records;
        Rules = rules;
        Findings = findings;
        FindingsLeftOut = findingsLeftOut;
    }

    /// <summary>The input's ordinal: 1 is the first.</summary>
    public int Input { get; }

    /// <summary>Rows brought to an end. A row in hand when the run was cancelled is not among them, and nothing of it was written.</summary>
    public long Read => Written + Rejected;

    /// <summary>Rows whose records the sink has taken.</summary>
    public long Written { get; }

    /// <summary>Rows that were rejected; each is in the rejects file, if there was one.</summary>
    public long Rejected { get; }

    /// <summary>Records that the sink has taken.</summary>
    public long Records { get; }

    /// <summary>How often each rule was found, in the order of the rule ids. Empty if nothing was found.</summary>
    public IReadOnlyList<RuleCount> Rules { get; }

    /// <summary>The first findings with their places, in the order of the rows.</summary>
    public IReadOnlyList<RowFinding> Findings { get; }

    /// <summary>Findings beyond the limit: in <see cref="Rules"/>, not in <see cref="Findings"/>.</summary>
    public long FindingsLeftOut { get; }
}
