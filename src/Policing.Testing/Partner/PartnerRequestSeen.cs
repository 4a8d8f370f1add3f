namespace Policing.Testing;

/// <summary>A request that a <see cref="ScriptedPartner"/> got. Immutable.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Subject">Whose token it came with: the officer's where one acts, else the client's; null without one that is valid.</param>
/// <param name="Access">The header Policing-Access; null for none.</param>
/// <param name="Headers">All headers, a line each.</param>
/// <param name="Time">When, by the partner's clock.</param>
public sealed record PartnerRequestSeen(string Method, Uri Address, string? Subject, string? Access, string Headers, DateTimeOffset Time);
