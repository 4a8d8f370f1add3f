namespace Policing.PartnerHost;

/// <summary>Some changes: those to tell, the last that was looked at, and whether there may be more at once.</summary>
internal sealed record ChangeBatch(IReadOnlyList<ChangeEvent> Events, long Last, bool More);
