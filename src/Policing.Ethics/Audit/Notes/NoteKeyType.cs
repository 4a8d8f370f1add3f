namespace Policing.Ethics.Audit;

/// <summary>The types of keys below notes, as C2SP signed-note numbers them; only those that can be read here.</summary>
public enum NoteKeyType
{
    /// <summary>No type; the default.</summary>
    None = 0,

    /// <summary>Ed25519 over the text.</summary>
    Ed25519 = 0x01,

    /// <summary>ECDSA over the text: P-256 with SHA-256.</summary>
    Ecdsa = 0x02,

    /// <summary>The cosignature of a witness, Ed25519 with a time.</summary>
    CosignatureV1 = 0x04,

    /// <summary>A cosignature of ML-DSA-44. Its key can be read; its signatures cannot be checked here yet.</summary>
    MlDsa44Cosignature = 0x06,
}
