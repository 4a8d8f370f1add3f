namespace Policing.Client;

/// <summary>How good a match is.</summary>
public enum MatchGrade
{
    /// <summary>A grade that this release does not know; also the default.</summary>
    Unknown,

    /// <summary>It may be the one that was searched for.</summary>
    Possible,

    /// <summary>It probably is.</summary>
    Strong,

    /// <summary>Every criterion is met as it was given.</summary>
    Exact,
}
