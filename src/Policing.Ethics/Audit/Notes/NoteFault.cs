namespace Policing.Ethics.Audit;

/// <summary>Why bytes are not a signed note, a checkpoint or a key of this format.</summary>
public enum NoteFault
{
    /// <summary>They are; also the default.</summary>
    None,

    /// <summary>There is more than the limit allows.</summary>
    TooLong,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>There is a control character other than the end of a line.</summary>
    ControlCharacter,

    /// <summary>The text, or the last line, has no end of line.</summary>
    NoFinalNewline,

    /// <summary>No empty line parts a text from signatures, or one of the two is missing.</summary>
    NoSignatures,

    /// <summary>There are more signatures than the limit allows.</summary>
    TooManySignatures,

    /// <summary>A line after the text is not a signature.</summary>
    SignatureLine,

    /// <summary>The name of a key is empty, or has a space or a plus sign.</summary>
    KeyName,

    /// <summary>A key has not its three parts, or they are not hexadecimal and base64 in their one spelling.</summary>
    KeyText,

    /// <summary>The id of a key is not that of its name and public key.</summary>
    KeyId,

    /// <summary>The type of a key is not known here.</summary>
    KeyType,

    /// <summary>The public key is not one of its type.</summary>
    PublicKey,

    /// <summary>The private key is not one of its type.</summary>
    PrivateKey,

    /// <summary>The text of a checkpoint has fewer than three lines, or an empty one.</summary>
    CheckpointLines,

    /// <summary>The size of a checkpoint is not a whole number of at most 64 bits without leading zeros.</summary>
    CheckpointSize,

    /// <summary>The root of a checkpoint is not 32 bytes in base64.</summary>
    CheckpointRoot,
}
