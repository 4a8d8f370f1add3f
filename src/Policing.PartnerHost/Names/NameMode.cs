namespace Policing.PartnerHost;

/// <summary>How names are compared.</summary>
internal enum NameMode
{
    /// <summary>The same letters.</summary>
    Exact,

    /// <summary>The same sound, or a slip of the pen apart.</summary>
    Phonetic,

    /// <summary>The same beginning.</summary>
    Prefix,
}
