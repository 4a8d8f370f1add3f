namespace Policing.Ethics;

/// <summary>What the people in the data are in the matter. A request may have several.</summary>
/// <remarks>Source: DPA 2018 s.38(3), from memory (unverified).</remarks>
[Flags]
public enum SubjectCategories
{
    /// <summary>Not known, which is also the default: rules that forbid apply, rules that permit certain categories do not.</summary>
    Unknown = 0,

    /// <summary>Suspected of having committed an offence, or of being about to.</summary>
    Suspect = 1,

    /// <summary>Convicted of an offence.</summary>
    Convicted = 2,

    /// <summary>A victim, or somebody who may be one.</summary>
    Victim = 4,

    /// <summary>A witness, or somebody else with information.</summary>
    Witness = 8,

    /// <summary>Known to be none of these.</summary>
    Other = 16,
}
