using Policing.Conformance.Clients;
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
            RequirementTarget.Server or RequirementTarget.Client => [],
            RequirementTarget.Producer => ProducerCases.Of(requirement.Id),
            _ => CheckerCases.Of(requirement),
        };
    }

    /// <summary>The ids of all cases of a requirement, those over HTTP among them, and what each is about.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Names(Requirement requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return requirement.Target switch
        {
            RequirementTarget.Server => [.. ServerCaseBook.Of(requirement).Select(c => Name(c.Name, c.About))],
            RequirementTarget.Client => [.. ClientCaseBook.Of(requirement).Select(c => Name(c.Name, c.About))],
            _ => [.. Of(requirement).Select(c => KeyValuePair.Create(c.Id, c.About))],
        };

        KeyValuePair<string, string> Name(string name, string about) => KeyValuePair.Create($"{requirement.Id}/{name}", about);
    }
}
