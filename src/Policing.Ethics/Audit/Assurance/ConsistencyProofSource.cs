namespace Policing.Ethics.Audit;

/// <summary>Gives what shows that a tree began as an earlier one, as <see cref="MerkleTree.ConsistencyProof"/> and <see cref="TileReader.ConsistencyProof"/> make it.</summary>
/// <param name="oldSize">The size of the earlier tree, at least 1 and less than <paramref name="size"/>.</param>
/// <param name="size">The size of the later tree.</param>
/// <param name="cancellationToken">Ends the wait.</param>
public delegate ValueTask<IReadOnlyList<MerkleHash>> ConsistencyProofSource(ulong oldSize, ulong size, CancellationToken cancellationToken);
