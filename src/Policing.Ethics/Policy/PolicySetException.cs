namespace Policing.Ethics;

/// <summary>A policy set or test file cannot be used. Nothing of it is in force: there is no partly loaded set.</summary>
public sealed class PolicySetException : Exception
{
    internal PolicySetException(IReadOnlyList<PolicyProblem> problems)
        : base(string.Join(Environment.NewLine, problems.Take(Shown).Prepend<object>(Heading(problems)))) => Problems = problems;

    internal PolicySetException(string pointer, string message)
        : this([new PolicyProblem(pointer, message)])
    {
    }

    private const int Shown = 20;

    /// <summary>What is wrong, at least one.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    private static string Heading(IReadOnlyList<PolicyProblem> problems) =>
        problems.Count == 1 ? "The policy is not usable:" : $"The policy is not usable, for {problems.Count} reasons:";
}
