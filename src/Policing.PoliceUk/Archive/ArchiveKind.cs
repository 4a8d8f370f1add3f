namespace Policing.PoliceUk.Archive;

/// <summary>Which of the three tables of the data.police.uk archive a file holds.</summary>
public enum ArchiveKind
{
    /// <summary>Not known, as from a file name of another form.</summary>
    Unknown = 0,

    /// <summary>Street-level crime and anti-social behaviour.</summary>
    Street = 1,

    /// <summary>Outcomes of crimes.</summary>
    Outcomes = 2,

    /// <summary>Stops and searches.</summary>
    StopAndSearch = 3,
}
