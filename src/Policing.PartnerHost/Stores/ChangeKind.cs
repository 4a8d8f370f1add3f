namespace Policing.PartnerHost;

/// <summary>What happened to a record.</summary>
public enum ChangeKind
{
    /// <summary>It is new; also the default.</summary>
    Created,

    /// <summary>Its content is another.</summary>
    Replaced,

    /// <summary>It is wrong; it is kept and not to be relied on.</summary>
    Retracted,

    /// <summary>It was merged into another.</summary>
    Merged,

    /// <summary>Its use is restricted.</summary>
    Restricted,

    /// <summary>It was disposed of: a tombstone stands where it was.</summary>
    Disposed,
}
