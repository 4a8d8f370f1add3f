using Policing.DataModel.Validation;
namespace Policing.DataModel.Import;

/// <summary>Something found in a row: the rule and the place, never a value. <c>default</c> is no finding.</summary>
public readonly record struct RowFinding
{
    /// <summary>Makes a finding.</summary>
    /// <param name="rule">What was found.</param>
    /// <param name="input">The input's ordinal from 1.</param>
    /// <param name="line">The line's number from 1.</param>
    /// <param name="column">The column's number from 1, or 0 for the row as a whole.</param>
    public RowFinding(FindingRule rule, int input, long line, int column)
        : this(rule, input, line, column, rejected: false, exceptionType: null)
    {
    }

    internal RowFinding(FindingRule rule, int input, long line, int column, bool rejected, string? exceptionType)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Rule = rule;
        Input = input;
        Line = line;
        Column = column;
        IsRejection = rejected;
        ExceptionType = exceptionType;
    }

    /// <summary>What was found.</summary>
    public FindingRule Rule { get; }

    /// <summary>The input's ordinal: 1 is the first.</summary>
    public int Input { get; }

    /// <summary>The number, from 1, of the line on which the row starts.</summary>
    public long Line { get; }

    /// <summary>The column's number from 1, or 0 for the row as a whole.</summary>
    public int Column { get; }

    /// <summary>Whether the row was rejected for this.</summary>
    public bool IsRejection { get; }

    /// <summary>The name of the type of the exception that the mapping threw, or null. Never its text.</summary>
    public string? ExceptionType { get; }

    /// <summary>How much it matters.</summary>
    public Severity Severity => IsRejection ? Severity.Error : Rule.Severity;
}
