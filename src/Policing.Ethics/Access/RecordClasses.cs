namespace Policing.Ethics;

/// <summary>The data classes of what is asked for, as flags. What each means: <see cref="DataModel.DataClasses.PoliceDataClasses"/>.</summary>
[Flags]
public enum RecordClasses
{
    /// <summary>Not stated, which is also the default: those that records of the type can have; all of them for a type that is not known.</summary>
    Unstated = 0,

    /// <summary>May be published.</summary>
    Public = 1,

    /// <summary>Relates to a person.</summary>
    Personal = 2,

    /// <summary>Sensitive in the sense of DPA 2018 s.35(8).</summary>
    Sensitive = 4,

    /// <summary>Biometric, to identify.</summary>
    Biometric = 8,

    /// <summary>An alleged or proven offence.</summary>
    CriminalAllegation = 16,

    /// <summary>Tells of vulnerability or protection.</summary>
    VulnerableOrProtected = 32,

    /// <summary>Identifies an officer or member of staff.</summary>
    Officer = 64,

    /// <summary>Could expose a source, a technique or an operation.</summary>
    Covert = 128,

    /// <summary>Police business that is not about a person.</summary>
    Operational = 256,
}
