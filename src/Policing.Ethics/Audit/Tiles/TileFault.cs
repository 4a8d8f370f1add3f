namespace Policing.Ethics.Audit;

/// <summary>What is wrong with a directory of tiles.</summary>
public enum TileFault
{
    /// <summary>Nothing; also the default.</summary>
    None,

    /// <summary>A tile or bundle is not there.</summary>
    Missing,

    /// <summary>A tile or bundle has not the length that its width asks for.</summary>
    Length,

    /// <summary>An entry has not the hash that stands in its tile.</summary>
    Entry,

    /// <summary>A hash is not that over the full tile below it.</summary>
    Hash,

    /// <summary>The root over all is not that of the checkpoint.</summary>
    Root,

    /// <summary>There is no checkpoint, or it is none.</summary>
    Checkpoint,
}
