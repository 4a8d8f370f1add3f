namespace Policing.Client;

/// <summary>What happened to a record.</summary>
public enum RecordChangeKind
{
    /// <summary>Something that this release does not know; read the record. Also the default.</summary>
    Unknown,

    /// <summary>It is new.</summary>
    Created,

    /// <summary>There is a new version.</summary>
    Replaced,

    /// <summary>It is not to be relied on.</summary>
    Retracted,

    /// <summary>It is part of another one now.</summary>
    Merged,

    /// <summary>Its processing is restricted.</summary>
    Restricted,

    /// <summary>Its content is gone: remove your copies.</summary>
    Disposed,

    /// <summary>This subscriber may no longer read it, for whatever reason.</summary>
    Unavailable,
}
