using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Archive;

/// <summary>
/// A whole input cannot be read. Nothing of it is to be kept: it may come after rows of the same input, as where compressed data ends early.
/// The message names the input by its ordinal, never by its name, and quotes nothing out of it.
/// </summary>
public sealed class UnreadableInputException : Exception
{
    internal UnreadableInputException(FindingRule rule, int input, long line, params IReadOnlyList<string> missingColumns)
        : base(Describe(rule, input, line, missingColumns))
    {
        Rule = rule;
        Input = input;
        Line = line;
        MissingColumns = missingColumns;
    }

    /// <summary>Why.</summary>
    public FindingRule Rule { get; }

    /// <summary>The input's ordinal: 1 is the first.</summary>
    public int Input { get; }

    /// <summary>The number, from 1, of the line that was being read; 0 if none was.</summary>
    public long Line { get; }

    /// <summary>The columns of the nearest known table that a wrong header lacks, by their documented names. Empty for other rules.</summary>
    public IReadOnlyList<string> MissingColumns { get; }

    private static string Describe(FindingRule rule, int input, long line, IReadOnlyList<string> missingColumns)
    {
        var place = line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", line {line}") : string.Empty;
        var missing = missingColumns.Count > 0 ? $" Missing: {string.Join(", ", missingColumns)}." : string.Empty;
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Input {input}{place}: {rule.Message}{missing} {rule.Hint} ({rule.Id})");
    }
}
