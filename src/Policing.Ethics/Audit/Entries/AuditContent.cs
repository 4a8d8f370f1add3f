namespace Policing.Ethics.Audit;

/// <summary>What a store keeps of an entry: both parts in canonical JSON with their salts, and the hash of the leaf that commits to them.</summary>
internal sealed class AuditContent
{
    public required Guid Id { get; init; }

    public required byte[] Core { get; init; }

    public required byte[] CoreSalt { get; init; }

    public required byte[] Details { get; init; }

    public required byte[] DetailsSalt { get; init; }

    public required MerkleHash DetailsHash { get; init; }

    public required MerkleHash Leaf { get; init; }

    public static AuditContent Of(Guid id, byte[] core, byte[] details)
    {
        // One call for both: they are as random, and need not be asked whether they are the same.
        Span<byte> random = stackalloc byte[2 * AuditLeaf.SaltBytes];
        RandomReserve.Own.Fill(random);
        byte[] coreSalt = random[..AuditLeaf.SaltBytes].ToArray();
        byte[] detailsSalt = random[AuditLeaf.SaltBytes..].ToArray();
        MerkleHash detailsHash = AuditLeaf.CommitDetails(details, detailsSalt);
        return new()
        {
            Id = id,
            Core = core,
            CoreSalt = coreSalt,
            Details = details,
            DetailsSalt = detailsSalt,
            DetailsHash = detailsHash,
            Leaf = AuditLeaf.HashOf(AuditLeaf.CommitCore(core, coreSalt), detailsHash),
        };
    }
}
