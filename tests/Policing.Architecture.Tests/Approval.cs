namespace Policing.Architecture.Tests;

/// <summary>
/// Whether this run may change the files that it compares with: <c>PSDK_APPROVE=1 dotnet test --project tests/Policing.Architecture.Tests</c>.
/// </summary>
internal static class Approval
{
    public const string Command = "PSDK_APPROVE=1 dotnet test --project tests/Policing.Architecture.Tests";

    /// <summary>Never in CI: a check that mends what it checks would always pass.</summary>
    public static bool IsAsked =>
        Environment.GetEnvironmentVariable("PSDK_APPROVE") is "1" && Environment.GetEnvironmentVariable("CI") is not "true";
}
