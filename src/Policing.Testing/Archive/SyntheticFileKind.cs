namespace Policing.Testing;

/// <summary>What a file of the archive holds.</summary>
public enum SyntheticFileKind
{
    /// <summary>Street-level crime and anti-social behaviour, twelve columns.</summary>
    Street,

    /// <summary>Outcomes of crimes, ten columns.</summary>
    Outcomes,

    /// <summary>Stops and searches, fifteen columns.</summary>
    StopAndSearch,

    /// <summary>Not a CSV file: a note that readers must pass over.</summary>
    Note,
}
