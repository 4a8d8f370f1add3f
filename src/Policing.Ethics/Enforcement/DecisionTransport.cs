namespace Policing.Ethics;

/// <summary>How requests get to a decision point.</summary>
public enum DecisionTransport
{
    /// <summary>In the clear, or not stated, which is also the default: refused.</summary>
    Plain,

    /// <summary>They do not leave the process.</summary>
    InProcess,

    /// <summary>Over an encrypted connection with an authenticated other side.</summary>
    Encrypted,
}
