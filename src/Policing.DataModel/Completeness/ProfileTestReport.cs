namespace Policing.DataModel.Completeness;

/// <summary>What came of a suite of tests. Immutable.</summary>
/// <param name="Results">A result a test, in their order.</param>
/// <param name="Untested">Rules of the profiles that no test expects.</param>
public sealed record ProfileTestReport(ValueList<ProfileTestResult> Results, ValueList<string> Untested)
{
    /// <summary>Whether every test passed.</summary>
    public bool Passed => Results.All(result => result.Passed);
}
