namespace Policing.Ethics.Audit;

/// <summary>What an entry says of an erasure.</summary>
internal sealed record ErasureNote(IReadOnlyList<IndexRange> Ranges, AccessActor ApprovedBy, TimeSpan Retention);
