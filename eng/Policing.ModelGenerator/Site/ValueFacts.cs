namespace Policing.ModelGenerator.Site;

/// <summary>What docs/values.md says of a value, cell by cell.</summary>
internal sealed record ValueFacts(
    string Names, string WellFormed, string Example, string Canonical, string Checked, string NotChecked, string Source, string Certainty);
