namespace Policing.Ethics.Audit;

/// <summary>What a tree becomes by further leaves: tiles that are full now, and the leaves of the one that is not.</summary>
internal sealed record TilePlan(IReadOnlyList<FullTile> Full, IReadOnlyList<MerkleHash> Tail);
