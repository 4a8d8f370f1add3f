namespace Policing.Ethics.Audit;

/// <summary>What a pinned checkpoint says of a log.</summary>
public enum PinOutcome
{
    /// <summary>There is no pin; also the default. A pin that should be there and is not is a finding of its own.</summary>
    NotPinned,

    /// <summary>The file is there and holds no checkpoint.</summary>
    NotReadable,

    /// <summary>What the log gave is no checkpoint.</summary>
    NotACheckpoint,

    /// <summary>The pin is of a log with another origin.</summary>
    OtherLog,

    /// <summary>The log has fewer entries than were pinned: it was cut, or put back from an old copy.</summary>
    RolledBack,

    /// <summary>The log does not begin with the entries that were pinned.</summary>
    Forked,

    /// <summary>The log begins with the entries that were pinned.</summary>
    Held,
}
