namespace Policing.DataModel.Validation;

/// <summary>What was found in one record or set of records, in the order of the text. Contains no value of any record. Immutable.</summary>
public sealed record ValidationReport
{
    /// <summary>Nothing found.</summary>
    public static ValidationReport Empty { get; } = new();

    /// <summary>The findings, up to the limit.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>How many more there were than the limit let in.</summary>
    public int Dropped { get; init; }

    /// <summary>True when no finding is an error and none was dropped.</summary>
    public bool IsValid => Dropped == 0 && Count(Severity.Error) == 0;

    /// <summary>The number of findings of a severity.</summary>
    public int Count(Severity severity)
    {
        int count = 0;
        foreach (Finding finding in Findings)
            if (finding.Severity == severity) count++;
        return count;
    }

    /// <summary>This report with one more finding.</summary>
    public ValidationReport With(Finding finding) => this with { Findings = Findings.Add(finding) };

    /// <summary>How many findings of each severity.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Count(Severity.Error)} errors, {Count(Severity.Warning)} warnings, {Count(Severity.Information)} informations");
}
