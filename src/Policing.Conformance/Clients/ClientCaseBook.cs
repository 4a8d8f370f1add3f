using Policing.Conformance.Requirements;

namespace Policing.Conformance.Clients;

/// <summary>The cases of each requirement of clients.</summary>
internal static class ClientCaseBook
{
    private static readonly Lazy<ILookup<string, ClientCase>> Cases = new(static () =>
        CallCases.All().Concat(ReadingCases.All()).Concat(WritingCases.All()).Concat(ExchangeCases.All()).Concat(ChangeCases.All()).ToLookup(c => c.Requirement, c => c.Case, StringComparer.Ordinal));

    public static IReadOnlyList<ClientCase> Of(Requirement requirement) => [.. Cases.Value[requirement.Id]];

    /// <summary>The ids of all requirements that have cases.</summary>
    public static IEnumerable<string> Ids => Cases.Value.Select(c => c.Key);
}
