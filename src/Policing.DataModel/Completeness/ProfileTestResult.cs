namespace Policing.DataModel.Completeness;

/// <summary>What came of a test. Immutable.</summary>
/// <param name="Test">The test.</param>
/// <param name="Missing">Rules that were to be found and were not.</param>
/// <param name="Unexpected">Rules that were found and were not to be.</param>
public sealed record ProfileTestResult(ProfileTest Test, ValueList<string> Missing, ValueList<string> Unexpected)
{
    /// <summary>Whether exactly what was expected was found.</summary>
    public bool Passed => Missing.IsEmpty && Unexpected.IsEmpty;

    /// <summary>The test, and what differs.</summary>
    public override string ToString() =>
        Passed ? $"{Test.Name}: passed" : $"{Test.Name}: not found: {Listed(Missing)}; found besides: {Listed(Unexpected)}";

    private static string Listed(ValueList<string> rules) => rules.IsEmpty ? "none" : string.Join(", ", rules);
}
