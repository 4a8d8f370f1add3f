using Policing.Conformance.Requirements;

namespace Policing.Conformance.Cases;

/// <summary>The cases of each requirement. Thread-safe.</summary>
public static class CaseBook
{
    /// <summary>The cases of a requirement; none where it is judged on documents alone, or over HTTP.</summary>
    public static IReadOnlyList<ConformanceCase> Of(Requirement requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return requirement.Target switch
        {
            RequirementTarget.Consumer => ConsumerCases.Of(requirement.Id),
            RequirementTarget.Server => [],
            RequirementTarget.Producer => ProducerCases.Of(requirement.Id),
            _ => CheckerCases.Of(requirement),
        };
    }
}
