namespace Policing.Ethics.Audit;

/// <summary>Why a key file may not be used.</summary>
public enum KeyFileFault
{
    /// <summary>It may; also the default.</summary>
    None,

    /// <summary>There is no file.</summary>
    Missing,

    /// <summary>The file is there and cannot be read.</summary>
    Unreadable,

    /// <summary>Its group or others have rights to it.</summary>
    ReadableByOthers,

    /// <summary>It lies in the folder of the data.</summary>
    InDataFolder,

    /// <summary>What is in it is not one line with a key, or the key is damaged.</summary>
    NotAKey,

    /// <summary>The key is named <c>dev-…</c>, and development keys are not allowed here.</summary>
    DevelopmentKey,

    /// <summary>A new key cannot be written: the file is there already.</summary>
    Exists,

    /// <summary>A new key cannot be written: the folder is not there, full or not ours to write to.</summary>
    NotWritten,
}
