namespace Policing.Client;

/// <summary>What a write did with a record.</summary>
public enum WriteChange
{
    /// <summary>Something that this release does not know; also the default.</summary>
    Unknown,

    /// <summary>There was none, and now there is.</summary>
    Created,

    /// <summary>There is a new version.</summary>
    Replaced,

    /// <summary>It was there already with this content.</summary>
    Unchanged,

    /// <summary>It is wrong, kept, and not to be relied on.</summary>
    Retracted,

    /// <summary>It is part of another one now.</summary>
    Merged,

    /// <summary>Its processing is restricted.</summary>
    Restricted,

    /// <summary>Its content is gone.</summary>
    Disposed,
}
