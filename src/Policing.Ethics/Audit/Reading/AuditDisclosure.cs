namespace Policing.Ethics.Audit;

/// <summary>That data was given to an agency.</summary>
/// <param name="Recipient">The agency, as scheme and id.</param>
/// <param name="Times">How often.</param>
/// <param name="First">When first, in the order of the log.</param>
/// <param name="Last">When last.</param>
/// <param name="LastEntry">The entry of the last time.</param>
public sealed record AuditDisclosure(string Recipient, long Times, DateTimeOffset? First, DateTimeOffset? Last, AuditEntryId LastEntry);
