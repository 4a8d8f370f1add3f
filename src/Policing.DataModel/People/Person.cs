using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A human being, known or not. What somebody is in a matter (suspect, victim, witness) is a <see cref="Link"/>, never a kind of person.</summary>
[JsonConverter(typeof(PersonConverter))]
public sealed record Person() : PoliceRecord("person")
{
    /// <summary>The names, the preferred one first. Source: POLE DS_031, POLE DS_032, POLE DS_033.</summary>
    [Personal]
    public ValueList<PersonName> Names { get; init; }

    /// <summary>The sex. Source: ISO/IEC 5218; CJS data standards.</summary>
    [Personal]
    public Sex? Sex { get; init; }

    /// <summary>The dates of birth on record, the preferred one first. Source: POLE DS_034.</summary>
    [Personal]
    public ValueList<BirthDate> DatesOfBirth { get; init; }

    /// <summary>The ages that were stated, each on its day. An age that was guessed from the look is part of a description. Source: POLE DS_120.</summary>
    [Personal]
    public ValueList<StatedAge> AgesStated { get; init; }

    /// <summary>The places of birth on record, the preferred one first. Source: POLE DS_035.</summary>
    [Personal]
    public ValueList<BirthPlace> PlacesOfBirth { get; init; }

    /// <summary>When a child not yet born is expected. The record stays the same record when the child is born. Source: POLE DS_003.</summary>
    [Sensitive]
    public PartialDateTime ExpectedDueDate { get; init; }

    /// <summary>The date of death. Source: POLE DS_076.</summary>
    [Personal]
    public PartialDateTime DateOfDeath { get; init; }

    /// <summary>How the death is known. Source: POLE DS_075.</summary>
    [Personal]
    public VerificationOfDeath? DeathVerification { get; init; }

    /// <summary>The gender, as stated or observed. Source: POLE DS_037.</summary>
    [Sensitive]
    public ValueList<GenderIdentity> Genders { get; init; }

    /// <summary>The ethnicity, as the person defines it and as officers observed it. Source: POLE DS_038, POLE DS_112.</summary>
    [Sensitive]
    public ValueList<Ethnicity> Ethnicities { get; init; }

    /// <summary>The nationalities, the preferred one first. Source: POLE E_003.</summary>
    [Personal]
    public ValueList<NationalityHeld> Nationalities { get; init; }

    /// <summary>The languages that the person uses, the preferred one first.</summary>
    [Personal]
    public ValueList<LanguageUse> Languages { get; init; }

    /// <summary>The religion or belief, as stated.</summary>
    [Sensitive]
    public ValueList<ReligionStatement> Religions { get; init; }

    /// <summary>The sexual orientation, as stated. Never observed or inferred. Source: CJS data standards, Sexual Orientation.</summary>
    [Sensitive]
    public ValueList<OrientationStatement> SexualOrientations { get; init; }

    /// <summary>Whether married, in a civil partnership or neither.</summary>
    [Personal]
    public ValueList<MaritalStatement> MaritalStatuses { get; init; }

    /// <summary>Identifiers of the person in other registers. Source: POLE O_007, POLE O_008, POLE O_009.</summary>
    [Personal]
    public ValueList<PersonIdentifier> Identifiers { get; init; }

    /// <summary>What the person looks like, by observation. Source: POLE P_003, POLE P_007, POLE P_014.</summary>
    [Personal]
    public ValueList<PhysicalDescription> Descriptions { get; init; }

    /// <summary>The occupations.</summary>
    [Personal]
    public ValueList<Occupation> Occupations { get; init; }

    /// <summary>What the person needs in order to understand and be understood, or to take part.</summary>
    [VulnerableOrProtected]
    public ValueList<SupportNeed> CommunicationNeeds { get; init; }

    /// <summary>How the person wants to be reached, and how not. The numbers and addresses themselves are links.</summary>
    [VulnerableOrProtected]
    public ValueList<ContactPreference> ContactPreferences { get; init; }

    /// <summary>Warnings and needs.</summary>
    [VulnerableOrProtected]
    public ValueList<Marker> Markers { get; init; }
}
