using Policing.Ethics.Redaction;

namespace Policing.Ethics.Audit;

/// <summary>What a log is made of. There is no default for its origin, its keys and its pseudonyms.</summary>
public sealed class AuditLogOptions
{
    /// <summary>The most entries that may wait to be stored: 1,000,000.</summary>
    public const int MostWaiting = 1_000_000;

    /// <summary>Which log: one line without spaces and plus signs, like <c>audit.force.example/records</c>. Every checkpoint says it; it never changes.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The keys that sign checkpoints. The name of the first is the origin; further ones sign beside it.</summary>
    public IReadOnlyList<INoteSigner> Signers { get; set; } = [];

    /// <summary>
    /// The file with the key that signs, where <see cref="Signers"/> is empty: an ECDSA key that <see cref="Audit.KeyFile.Write"/> wrote, not in the folder of the data. For a key of
    /// Ed25519 put an <c>Ed25519NoteSigner</c> into <see cref="Signers"/>.
    /// </summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether keys named <c>dev-…</c> may sign; false unless told. A host allows them in the Development environment, and nowhere else.</summary>
    public bool AllowDevelopmentKey { get; set; }

    /// <summary>The master key of the pseudonyms of people and records.</summary>
    public PseudonymKey? Pseudonyms { get; set; }

    /// <summary>The keys that pseudonyms had before: nothing new is written with them, and queries look for theirs too.</summary>
    public IReadOnlyList<PseudonymKey> FormerPseudonyms { get; set; } = [];

    /// <summary>When an append completes; strict unless told.</summary>
    public AuditLogMode Mode { get; set; }

    /// <summary>How many entries may wait to be stored; 10,000 unless told. One more is refused.</summary>
    public int BufferCapacity { get; set; } = 10_000;

    /// <summary>The most entries that are made durable together; 1,024 unless told.</summary>
    public int GroupSize { get; set; } = 1_024;

    /// <summary>How long after an entry a checkpoint is signed and stored at the latest, while the process runs; 5 seconds unless told.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long details are kept at least; 1,826 days, five years, unless told. No less than what your law and policy ask.</summary>
    public TimeSpan MinimumRetention { get; set; } = TimeSpan.FromDays(1_826);

    /// <summary>Reads the key file, where there is one.</summary>
    /// <param name="dataFolder">Where the data lies; null where it is not in files of this machine.</param>
    /// <exception cref="KeyFileException">The key may not be used.</exception>
    internal void ReadKeyFile(string? dataFolder)
    {
        if (KeyFile is null) return;
        if (Signers.Count > 0) throw new InvalidOperationException("KeyFile and Signers are both set: give one of them.");
        using SigningKey key = Audit.KeyFile.Read(KeyFile, new() { DataFolder = dataFolder, AllowDevelopmentKey = AllowDevelopmentKey });
        if (key.Type != NoteKeyType.Ecdsa) throw new InvalidOperationException("The key file has a key of Ed25519: put an Ed25519NoteSigner of Policing.Ethics.Ed25519 into Signers.");
        Signers = [EcdsaNoteSigner.Of(key)];
        if (Origin.Length == 0) Origin = key.KeyName;
    }

    internal void Check()
    {
        if (!AllowDevelopmentKey && Signers.Any(signer => signer.KeyName.StartsWith(SigningKey.DevelopmentPrefix, StringComparison.Ordinal))) throw new KeyFileException(KeyFileFault.DevelopmentKey);
        if (Signers.Count == 0) throw new InvalidOperationException("No key is configured: set KeyFile or Signers. A log needs a key that signs its checkpoints; KeyFile.Write makes one.");
        if (string.IsNullOrEmpty(Origin)) throw new InvalidOperationException("Origin is required: one line that names the log, like audit.force.example/records.");
        if (Signers[0].KeyName != Origin) throw new InvalidOperationException("The name of the first key must be the origin of the log.");
        if (Pseudonyms is null) throw new InvalidOperationException("Pseudonyms is required: make a PseudonymKey from a secret that you keep.");
        if (BufferCapacity is < 1 or > MostWaiting) throw new InvalidOperationException("BufferCapacity is from 1 to 1,000,000.");
        if (GroupSize is < 1 or > 100_000) throw new InvalidOperationException("GroupSize is from 1 to 100,000.");
        if (CheckpointInterval <= TimeSpan.Zero || CheckpointInterval > TimeSpan.FromDays(1)) throw new InvalidOperationException("CheckpointInterval is more than nothing and at most a day.");
        if (MinimumRetention < TimeSpan.Zero) throw new InvalidOperationException("MinimumRetention is not negative.");
        _ = new Checkpoint(Origin, 0, MerkleHash.OfNothing);
    }
}
