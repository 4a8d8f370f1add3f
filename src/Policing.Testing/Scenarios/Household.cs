using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes the people of a case, with what a record of somebody in a role should have, and how to reach them.</summary>
internal static class Household
{
    /// <summary>A person with a name, dates, looks and origin.</summary>
    public static Person Add(CaseDraft draft, string part, int age, string? surname = null)
    {
        ref var random = ref draft.Random;
        var sex = random.OnceIn(2) ? Sex.Female : Sex.Male;
        var born = draft.Day.AddYears(-age).AddDays(-1 - random.Below(364));
        var safe = draft.NextSafe();
        return draft.Add(part, new Person
        {
            Id = default,
            Names = [new() { Kind = NameType.Legal, Given = [PersonNames.Given(ref random, sex)], Surname = surname ?? PersonNames.Surname(ref random) }],
            Sex = sex,
            DatesOfBirth = [new() { Date = PartialDateTime.FromDate(born) }],
            PlacesOfBirth = [new() { Town = PlaceNames.District(random.Below(PlaceNames.DistrictCount)), Country = Country.UnitedKingdom }],
            Genders = [new() { Gender = sex == Sex.Female ? Gender.Female : Gender.Male }],
            Ethnicities = [new() { SelfDefined = Ethnicities.SelfDefined(ref random), OfficerDefined = random.Pick(ObservedEthnicity.BuiltIn) }],
            Nationalities = [new() { Nationality = random.OnceIn(10) ? random.Pick(Nationality.BuiltIn[..40]) : Nationality.British }],
            Identifiers = random.OnceIn(4) ? [new() { Kind = PersonIdentifierType.PncId, Value = SafeRanges.PncId(safe) }] : [],
        });
    }

    /// <summary>The same with a description, as it is taken of somebody who is looked for.</summary>
    public static Person AddDescribed(CaseDraft draft, string part, int age, string? surname = null)
    {
        var person = Add(draft, part, age, surname);
        return draft.Replace(person with { Descriptions = [Description(draft)] });
    }

    /// <summary>Somebody of whom only the look is known.</summary>
    public static Person AddUnknown(CaseDraft draft, string part)
    {
        ref var random = ref draft.Random;
        return draft.Add(part, new Person
        {
            Id = default,
            Sex = random.OnceIn(6) ? Sex.Female : Sex.Male,
            Ethnicities = [new() { OfficerDefined = random.Pick(ObservedEthnicity.BuiltIn) }],
            Descriptions = [Description(draft)],
        });
    }

    /// <summary>A dwelling, with its address.</summary>
    public static Location AddHome(CaseDraft draft, string part)
    {
        ref var random = ref draft.Random;
        return draft.Add(part, new Location
        {
            Id = default,
            Kind = LocationKind.Address,
            Address = new()
            {
                SubBuilding = random.OnceIn(5) ? string.Create(CultureInfo.InvariantCulture, $"Flat {1 + random.Below(30)}") : null,
                Premises = (1 + random.Below(200)).ToString(CultureInfo.InvariantCulture),
                Street = PlaceNames.Street(ref random),
                Town = PlaceNames.District(random.Below(PlaceNames.DistrictCount)),
                Postcode = Postcode.Parse(SafeRanges.Postcode(draft.NextSafe())),
                Country = Country.UnitedKingdom,
            },
        });
    }

    /// <summary>A place out of doors, by a point and words.</summary>
    public static Location AddOutside(CaseDraft draft, string part)
    {
        ref var random = ref draft.Random;
        return draft.Add(part, new Location
        {
            Id = default,
            Kind = LocationKind.Point,
            Description = "Near " + PlaceNames.Street(ref random),
            Point = SafeRanges.Point(draft.NextSafe()) with { Accuracy = 5 + random.Below(50) },
        });
    }

    /// <summary>A mobile telephone with a number that is nobody's.</summary>
    public static Telephone AddMobile(CaseDraft draft, string part) => draft.Add(part, new Telephone
    {
        Id = default,
        Number = TelephoneNumber.Parse(SafeRanges.MobileTelephone(draft.NextSafe())),
        Kind = TelephoneType.Of("MOBH"),
        Country = Country.UnitedKingdom,
    });

    /// <summary>Where somebody lives, and a telephone to reach them; sometimes an e-mail address.</summary>
    public static void Reach(CaseDraft draft, string part, Person person, Location home)
    {
        draft.Join(person, LinkRole.HomeAddress, home);
        var telephone = AddMobile(draft, part + "-telephone");
        draft.Join(person, LinkRole.Contact, telephone);
        if (draft.Random.OnceIn(3))
        {
            var email = draft.Add(part + "-email", new EmailAddress { Id = default, Address = SafeRanges.EmailAddress(draft.NextSafe()) });
            draft.Join(person, LinkRole.Contact, email);
        }
    }

    private static PhysicalDescription Description(CaseDraft draft)
    {
        ref var random = ref draft.Random;
        var height = 140 + random.Below(50);
        var eyes = random.Pick(EyeColour.BuiltIn);
        return new()
        {
            Build = random.Pick(Build.BuiltIn),
            Complexion = random.Pick(Complexion.BuiltIn),
            LeftEye = eyes,
            RightEye = eyes,
            Hair = random.Pick(HairColour.BuiltIn),
            HeightFrom = height,
            HeightTo = height + 5,
            Clothing = [new() { Garment = random.Pick<string>(["Grey hooded top", "Blue raincoat", "Black jacket and jeans", "Orange work wear"]) }],
            Observed = new() { Basis = ObservationBasis.Assessment, Confidence = ConfidenceLevel.Medium },
        };
    }
}
