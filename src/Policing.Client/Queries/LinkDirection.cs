namespace Policing.Client;

/// <summary>Which links of a record.</summary>
public enum LinkDirection
{
    /// <summary>Those that begin or end at it.</summary>
    Both,

    /// <summary>Those that begin at it.</summary>
    From,

    /// <summary>Those that end at it.</summary>
    To,
}
