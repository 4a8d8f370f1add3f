namespace Policing.PartnerHost;

/// <summary>Ends a call with a problem. It is met by the pipeline and never leaves the package.</summary>
internal sealed class PartnerRefusal(PartnerProblem problem, IReadOnlyList<PartnerFinding> findings) : Exception(problem.Code)
{
    public PartnerProblem Problem { get; } = problem;

    public IReadOnlyList<PartnerFinding> Findings { get; } = findings;

    public string? Allow { get; init; }

    /// <summary>When to come again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What its entry says besides; its code, unless told.</summary>
    public string EntryText { get; init; } = problem.Code;

    /// <summary>Whether it has an entry: always, but where one entry tells of many of its kind.</summary>
    public bool IsEntered { get; init; } = true;
}
