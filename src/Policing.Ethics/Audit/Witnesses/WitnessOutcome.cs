namespace Policing.Ethics.Audit;

/// <summary>How a witness answered.</summary>
public enum WitnessOutcome
{
    /// <summary>It could not be reached; also the default.</summary>
    Unreachable,

    /// <summary>Its time was over before it answered.</summary>
    TimedOut,

    /// <summary>It does not know the log (404): its operator has to enter the origin.</summary>
    UnknownLog,

    /// <summary>It knows the log and not its key (403): after an exchange of keys its operator has to enter the new one.</summary>
    UnknownKey,

    /// <summary>It knows the log at another size each time that it is asked (409): another process asks it too. The next checkpoint will do.</summary>
    Busy,

    /// <summary>It has seen the log larger than it is now. Where no later checkpoint was made since, the log was cut or put back.</summary>
    Ahead,

    /// <summary>It has seen the log with other entries (422): the log is not the one that it was.</summary>
    Inconsistent,

    /// <summary>It answered with a status that the protocol does not have, a redirection among them.</summary>
    UnexpectedStatus,

    /// <summary>It answered with more than the limit.</summary>
    TooLong,

    /// <summary>Its answer is not of the protocol.</summary>
    Malformed,

    /// <summary>No signature in its answer is of its key, or one is that does not hold.</summary>
    NotItsKey,

    /// <summary>It signed.</summary>
    Cosigned,
}
