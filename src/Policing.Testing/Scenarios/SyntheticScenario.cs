namespace Policing.Testing;

/// <summary>What happens in a synthetic case.</summary>
public enum SyntheticScenario
{
    /// <summary>A dwelling is broken into: call, crime, household, what was taken, sometimes a known suspect.</summary>
    Burglary,

    /// <summary>Violence between partners: call, crime, arrest, custody, safeguarding concern, a child in the household.</summary>
    DomesticAbuse,

    /// <summary>A child does not come home: episode, description, parent, safeguarding concern, return.</summary>
    MissingChild,

    /// <summary>A person is stopped and searched, sometimes with something found.</summary>
    StopAndSearch,

    /// <summary>A robbery in the street, with a vehicle to get away in and a suspect of whom only a description is known.</summary>
    RobberyWithVehicle,

    /// <summary>A fraud that a member of the public reports online: submission, crime, accounts and numbers that were used.</summary>
    FraudReport,
}
