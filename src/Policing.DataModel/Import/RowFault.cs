using Policing.DataModel.Validation;
namespace Policing.DataModel.Import;

/// <summary>Why a reader could not make a row: the rule and the column. Immutable.</summary>
public sealed record RowFault
{
    /// <summary>Makes a fault.</summary>
    /// <param name="rule">The rule that the row breaks.</param>
    /// <param name="column">The column's number from 1, or 0 for the row as a whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is negative.</exception>
    public RowFault(FindingRule rule, int column = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Rule = rule;
        Column = column;
    }

    /// <summary>The rule that the row breaks.</summary>
    public FindingRule Rule { get; }

    /// <summary>The column's number from 1, or 0 for the row as a whole.</summary>
    public int Column { get; }
}
