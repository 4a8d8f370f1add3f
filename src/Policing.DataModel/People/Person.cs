using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A human being, known or not. What somebody is in a matter (suspect, victim, witness) is a <see cref="Link"/>, never a kind of person.</summary>
[JsonConverter(typeof(PersonConverter))]
public sealed record Person() : PoliceRecord("person")
{
    /// <summary>The names, the preferred one first.</summary>
    [Personal]
    public ValueList<PersonName> Names { get; init; }

    /// <summary>The sex. Source: ISO/IEC 5218; CJS data standards.</summary>
    [Personal]
    public Sex? Sex { get; init; }

    /// <summary>The dates of birth on record, the preferred one first. Source: POLE DS_034.</summary>
    [Personal]
    public ValueList<BirthDate> DatesOfBirth { get; init; }

    /// <summary>The date of death. Source: POLE DS_076.</summary>
    [Personal]
    public PartialDateTime DateOfDeath { get; init; }

    /// <summary>The gender, as stated or observed. Source: POLE DS_037.</summary>
    [Sensitive]
    public ValueList<GenderIdentity> Genders { get; init; }

    /// <summary>The ethnicity, as the person defines it and as officers observed it. Source: POLE DS_038 and DS_112.</summary>
    [Sensitive]
    public ValueList<Ethnicity> Ethnicities { get; init; }

    /// <summary>Identifiers of the person in other registers. Source: POLE O_005 to O_009.</summary>
    [Personal]
    public ValueList<PersonIdentifier> Identifiers { get; init; }

    /// <summary>What the person looks like, by observation. Source: POLE DS_039 to DS_046.</summary>
    [Personal]
    public ValueList<PhysicalDescription> Descriptions { get; init; }

    /// <summary>The occupations.</summary>
    [Personal]
    public ValueList<Occupation> Occupations { get; init; }

    /// <summary>Warnings and needs.</summary>
    [VulnerableOrProtected]
    public ValueList<Marker> Markers { get; init; }
}
