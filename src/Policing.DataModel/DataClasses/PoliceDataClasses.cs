using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>The data classes that every property of the model carries, so that a host can redact by class.</summary>
public static class PoliceDataClasses
{
    /// <summary>The name of the taxonomy.</summary>
    public const string Taxonomy = "policing-sdk";

    /// <summary>May be published; says nothing of a person.</summary>
    public static DataClassification Public { get; } = new(Taxonomy, "public");

    /// <summary>Relates to a person who is or can be identified. Source: DPA 2018 s.3(2).</summary>
    public static DataClassification Personal { get; } = new(Taxonomy, "personal");

    /// <summary>Sensitive in the sense of DPA 2018 s.35(8): racial or ethnic origin, beliefs, health, sex life or orientation.</summary>
    public static DataClassification Sensitive { get; } = new(Taxonomy, "sensitive");

    /// <summary>Fingerprint, DNA or facial template, processed to identify. Source: DPA 2018 s.35(8)(b). Build and hair colour are personal.</summary>
    public static DataClassification Biometric { get; } = new(Taxonomy, "biometric");

    /// <summary>An alleged or proven offence. Source: DPA 2018 s.11(2).</summary>
    public static DataClassification CriminalAllegation { get; } = new(Taxonomy, "criminal-allegation");

    /// <summary>Tells of vulnerability or protection: a child, a victim at risk, a protected address.</summary>
    public static DataClassification VulnerableOrProtected { get; } = new(Taxonomy, "vulnerable-or-protected");

    /// <summary>Identifies an officer or member of staff.</summary>
    public static DataClassification Officer { get; } = new(Taxonomy, "officer");

    /// <summary>Could expose a source, a technique or an operation.</summary>
    public static DataClassification Covert { get; } = new(Taxonomy, "covert");

    /// <summary>Police business that is not about a person: references, systems, places of work.</summary>
    public static DataClassification Operational { get; } = new(Taxonomy, "operational");
}
