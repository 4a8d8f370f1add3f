namespace Policing.Ethics;

/// <summary>What became of one test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Failure">What is not as expected; null where all is.</param>
public sealed record PolicyTestResult(PolicyTest Test, AccessDecision Decision, string? Failure)
{
    /// <summary>True where all is as expected.</summary>
    public bool Passed => Failure is null;

    /// <summary>Name, and where it failed what became of it.</summary>
    public override string ToString() => Passed ? $"passed: {Test.Name}" : $"FAILED: {Test.Name}: {Failure}. {Decision.AuditReason}";
}
