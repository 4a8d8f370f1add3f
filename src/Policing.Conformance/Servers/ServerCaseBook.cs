using Policing.Conformance.Requirements;

namespace Policing.Conformance.Servers;

/// <summary>The cases of each requirement of servers.</summary>
internal static class ServerCaseBook
{
    /// <summary>The requirement that is judged when all is over.</summary>
    public const string AllDisposed = "changeStatus/all-disposed";

    private static readonly Lazy<ILookup<string, ServerCase>> Cases = new(static () => ServerProblems.All().Concat(ServerAnswers.All()).Concat(StreamCases.All()).Concat(LogCases.All()).Concat(EntrySteps.Cases()).ToLookup(c => c.Key, c => c.Case, StringComparer.Ordinal));

    public static IReadOnlyList<ServerCase> Of(Requirement requirement) => [.. Cases.Value[KeyOf(requirement)]];

    /// <summary>All keys that have cases.</summary>
    public static IEnumerable<string> Keys => Cases.Value.Select(c => c.Key);

    /// <summary>The call, a slash, and the problem or a name: what stands last in the clause.</summary>
    public static string KeyOf(Requirement requirement) => requirement.Clause[(requirement.Clause.LastIndexOf(' ') + 1)..];
}
