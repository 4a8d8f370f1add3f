namespace Policing.Client;

/// <summary>How names are compared.</summary>
public enum NameMatching
{
    /// <summary>As written, letter case and accents aside.</summary>
    Exact,

    /// <summary>By sound, as the partner's stated algorithm has it.</summary>
    Phonetic,

    /// <summary>By the beginning of the surname, of three letters at least.</summary>
    Prefix,
}
