using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes people who do not exist.</summary>
internal static class PersonRecords
{
    private const string Kind = "person";
    private const int EarliestBirth = 1932;
    private const int BirthYears = 79;
    private const int LegalWorkingAge = 18;

    private static readonly string[] Occupations =
        ["Baker", "Bus driver", "Carpenter", "Chef", "Electrician", "Gardener", "Nurse", "Postal worker", "Shop assistant", "Teacher"];

    private static readonly string[] Features = ["Scar on left hand", "Tattoo of a heron on right arm", "Pierced ear", "Limp"];

    private static readonly string[] Clothing = ["Grey hooded top", "Blue raincoat", "Black jacket and jeans", "Orange work wear"];

    public static Person Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number / CasePlan.MostPeople);
        var random = stamp.RandomOf(Kind, number);
        var sex = SexOf(ref random);
        var birthYear = EarliestBirth + random.Below(BirthYears);
        var person = new Person
        {
            Id = stamp.IdOf(Kind, number),
            Names = NamesOf(ref random, sex),
            Sex = sex,
            DatesOfBirth = BirthDatesOf(ref random, birthYear),
            Genders = GendersOf(ref random, sex),
            Ethnicities = EthnicitiesOf(ref random),
            Identifiers = IdentifiersOf(ref random, stamp.SafeNumber(Kind, number)),
            Descriptions = DescriptionsOf(ref random, plan),
            Occupations = plan.Reported.Year - birthYear > LegalWorkingAge && random.OnceIn(2)
                ? [new Occupation { Title = random.Pick<string>(Occupations) }]
                : [],
            Markers = MarkersOf(ref random, plan),
        };
        return stamp.Stamp(WithReasons(person), number, plan.Force, plan.Reported);
    }

    private static Sex SexOf(ref SyntheticRandom random) => random.Below(50) switch
    {
        0 => Sex.NotKnown,
        < 25 => Sex.Female,
        _ => Sex.Male,
    };

    private static ValueList<PersonName> NamesOf(ref SyntheticRandom random, Sex sex)
    {
        ValueList<string> given = [PersonNames.Given(ref random, sex)];
        if (random.OnceIn(3))
        {
            given = given.Add(PersonNames.Given(ref random, sex));
        }

        ValueList<PersonName> names = [new PersonName { Kind = NameType.Legal, Given = given, Surname = PersonNames.Surname(ref random) }];
        return random.Below(12) switch
        {
            0 => names.Add(new PersonName { Kind = NameType.Alias, Full = "The " + PersonNames.Surname(ref random) }),
            1 => names.Add(new PersonName { Kind = NameType.Former, Given = given, Surname = PersonNames.Surname(ref random) }),
            _ => names,
        };
    }

    /// <summary>Most are known to the day, some to the month or year, some not at all, and a few are on record twice.</summary>
    private static ValueList<BirthDate> BirthDatesOf(ref SyntheticRandom random, int year)
    {
        var month = 1 + random.Below(12);
        var day = new DateOnly(year, month, 1 + random.Below(28));
        var full = PartialDateTime.FromDate(day);
        return random.Below(25) switch
        {
            0 => [],
            1 => [new BirthDate { Date = PartialDateTime.FromYear(year), Observed = Assessed() }],
            2 => [new BirthDate { Date = PartialDateTime.FromMonth(year, month) }],
            3 => [new BirthDate { Date = full }, new BirthDate { Date = PartialDateTime.FromDate(day.AddYears(-1)), Observed = Assessed() }],
            _ => [new BirthDate { Date = full }],
        };
    }

    private static ValueList<GenderIdentity> GendersOf(ref SyntheticRandom random, Sex sex) => random.Below(40) switch
    {
        0 => [new GenderIdentity { Gender = Gender.NonBinary, SameAsBirth = false }],
        1 when sex == Sex.Male => [new GenderIdentity { Gender = Gender.TransFemale, SameAsBirth = false }],
        1 when sex == Sex.Female => [new GenderIdentity { Gender = Gender.TransMale, SameAsBirth = false }],
        < 20 when sex == Sex.Male => [new GenderIdentity { Gender = Gender.Male }],
        < 20 when sex == Sex.Female => [new GenderIdentity { Gender = Gender.Female }],
        _ => [],
    };

    private static ValueList<Ethnicity> EthnicitiesOf(ref SyntheticRandom random) => random.Below(4) switch
    {
        0 => [],
        1 => [new Ethnicity { OfficerDefined = random.Pick(ObservedEthnicity.BuiltIn), Observed = Assessed() }],
        _ => [new Ethnicity { SelfDefined = Ethnicities.SelfDefined(ref random) }],
    };

    private static ValueList<PersonIdentifier> IdentifiersOf(ref SyntheticRandom random, ulong number)
    {
        ValueList<PersonIdentifier> identifiers = [];
        if (random.OnceIn(3))
        {
            identifiers = identifiers.Add(new() { Kind = PersonIdentifierType.PncId, Value = SafeRanges.PncId(number) });
        }

        if (random.OnceIn(4))
        {
            identifiers = identifiers.Add(new() { Kind = PersonIdentifierType.NationalInsuranceNumber, Value = SafeRanges.NationalInsuranceNumber(number) });
        }

        if (random.OnceIn(4))
        {
            identifiers = identifiers.Add(
                new() { Kind = PersonIdentifierType.DriverNumber, Value = SafeRanges.DriverNumber(number), Country = Country.UnitedKingdom });
        }

        return identifiers;
    }

    private static ValueList<PhysicalDescription> DescriptionsOf(ref SyntheticRandom random, CasePlan plan)
    {
        if (!random.OnceIn(3))
        {
            return [];
        }

        var height = 150 + random.Below(40);
        var eyes = random.Pick(EyeColour.BuiltIn);
        var description = new PhysicalDescription
        {
            Build = random.Pick(Build.BuiltIn),
            Complexion = random.Pick(Complexion.BuiltIn),
            LeftEye = eyes,
            RightEye = eyes,
            Hair = random.Pick(HairColour.BuiltIn),
            HeightFrom = height,
            HeightTo = height + 5,
            DistinguishingFeatures = random.OnceIn(3) ? [new() { Description = random.Pick<string>(Features) }] : [],
            Clothing = random.OnceIn(2) ? [new() { Garment = random.Pick<string>(Clothing) }] : [],
            Observed = Assessed() with { From = PartialDateTime.FromDate(plan.Reported) },
        };
        return [description];
    }

    private static ValueList<Marker> MarkersOf(ref SyntheticRandom random, CasePlan plan) => random.OnceIn(15)
        ? [new Marker
        {
            Kind = random.OnceIn(2) ? MarkerType.InterpreterNeeded : MarkerType.CommunicationNeed,
            Observed = new() { Basis = ObservationBasis.Fact, From = PartialDateTime.FromDate(plan.Reported) },
        }]
        : [];

    private static Person WithReasons(Person person) => person.DatesOfBirth.IsEmpty
        ? person with { Absent = person.Absent.With("/datesOfBirth", AbsentReason.NotKnown) }
        : person;

    private static Observation Assessed() => new() { Basis = ObservationBasis.Assessment, Confidence = ConfidenceLevel.Medium };
}
