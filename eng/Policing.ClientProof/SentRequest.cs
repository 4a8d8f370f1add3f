namespace Policing.ClientProof;

/// <summary>A request as it left the client.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Headers">The headers, those of the content too.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record SentRequest(string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? Body);
