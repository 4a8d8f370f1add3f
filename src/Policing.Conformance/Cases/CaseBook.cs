using Policing.Conformance.Requirements;
using Policing.Conformance.Servers;

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

    /// <summary>The ids of all cases of a requirement, those over HTTP among them, and what each is about.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Names(Requirement requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return requirement.Target == RequirementTarget.Server
            ? [.. ServerCaseBook.Of(requirement).Select(c => KeyValuePair.Create($"{requirement.Id}/{c.Name}", c.About))]
            : [.. Of(requirement).Select(c => KeyValuePair.Create(c.Id, c.About))];
    }
}
