namespace Policing.Client;

/// <summary>A code list that a partner has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; null where the partner does not say.</param>
public sealed record ReferenceListEntry(string Name, string? Version);
