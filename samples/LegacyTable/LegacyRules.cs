#region JourneyRules
using Policing.DataModel.Validation;

/// <summary>What can be wrong with a row of the table. The texts are constant, so that no report can quote a person's data.</summary>
internal static class LegacyRules
{
    public static readonly FindingRule NoNumber = new(
        "LEGACY-0001", Severity.Error, "The reference number is blank.", "table description, column 1", "Fill it in and import the row again.");

    public static readonly FindingRule SameNumber = new(
        "LEGACY-0002", Severity.Error, "An earlier row has this reference number.", "table description, column 1", "Find out which row counts, and give the other its number.");

    public static readonly FindingRule NoTime = new(
        "LEGACY-0003", Severity.Warning, "The time of the report cannot be; it is left out.", "table description, column 2", "Mend it as dd/MM/yyyy HH:mm.");
}
#endregion
