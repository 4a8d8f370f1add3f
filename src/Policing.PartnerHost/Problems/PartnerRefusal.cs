namespace Policing.PartnerHost;

/// <summary>Ends a call with a problem. It is met by the pipeline and never leaves the package.</summary>
internal sealed class PartnerRefusal(PartnerProblem problem, IReadOnlyList<PartnerFinding> findings) : Exception(problem.Code)
{
    public PartnerProblem Problem { get; } = problem;

    public IReadOnlyList<PartnerFinding> Findings { get; } = findings;

    public string? Allow { get; init; }
}
