namespace Policing.Ethics.Compilation;

internal enum TestResult
{
    No,
    Yes,

    /// <summary>What is to be compared is not there.</summary>
    Error,
}
