using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// A set in which every profile of the POLE dictionary applies to some record and finds nothing: what dirty variants take away from. For vehicles and one
/// number of a criminal record, of which no safe range is known, it has the placeholders that people use.
/// </summary>
internal static class WholeSet
{
    private const string Mark = "ZZ99 ZZZ";
    private const string CriminalRecordNumber = "065656/91H";
    private static readonly Distribution Noon = new((12, 12, 1));

    public static ValueList<PoliceRecord> Make(RecordStamp stamp, long number)
    {
        var draft = new CaseDraft(stamp, "whole", number, Noon);
        var home = Household.AddHome(draft, "home");
        var crime = AddCrime(draft, home);
        AddPeopleOfCrime(draft, crime, home);
        AddSafeguarding(draft, home);
        AddCustody(draft, home);
        AddOtherEvents(draft, home);
        AddThings(draft, crime);
        AddPlaces(draft, home);
        return draft.Finish();
    }

    private static Crime AddCrime(CaseDraft draft, Location home)
    {
        var crime = ScenarioRecords.Recorded(draft, CrimeCategory.Burglary, OffenceGroup.DomesticBurglary, 1,
            "Invented: a dwelling was entered.", "Invented: rear window forced, untidy search.");
        crime = draft.Replace(crime with { HateStrands = [HateStrand.Other], HateChecksMade = true, OfficerInCase = draft.Officer });
        draft.Join(crime, LinkRole.OccurredAt, home);
        ScenarioRecords.Outcome(draft, crime, HomeOfficeOutcome.ChargedOrSummonsed, null);
        return crime;
    }

    private static Person Reachable(CaseDraft draft, string part, Location home, int age = 30)
    {
        var person = Household.AddDescribed(draft, part, age);
        Household.Reach(draft, part, person, home);
        return person;
    }

    private static void AddPeopleOfCrime(CaseDraft draft, Crime crime, Location home)
    {
        var offender = Reachable(draft, "offender", home);
        draft.Join(offender, LinkRole.Offender, crime);
        draft.Join(Reachable(draft, "suspect", home), LinkRole.Suspect, crime);
        draft.Join(Household.AddUnknown(draft, "unknown"), LinkRole.Suspect, crime);
        draft.Join(Reachable(draft, "victim", home), LinkRole.Victim, crime);
        draft.Join(Reachable(draft, "on-duty", home), LinkRole.Victim, crime, link => link with { Victim = new() { OnDuty = true } });
        draft.Join(Reachable(draft, "witness", home), LinkRole.Witness, crime);
        draft.Join(Reachable(draft, "interest", home), LinkRole.PersonOfInterest, crime);
        draft.Join(Household.AddUnknown(draft, "unknown-interest"), LinkRole.PersonOfInterest, crime);
        draft.Join(Reachable(draft, "involved", home), LinkRole.InvolvedParty, crime);
        draft.Join(Reachable(draft, "associate", home), LinkRole.Associate, offender);
        draft.Join(Reachable(draft, "reporting", home), LinkRole.ReportingParty, crime);
        var clerk = Household.Add(draft, "clerk", 40);
        Household.Reach(draft, "clerk", clerk, home);
        draft.Join(clerk, LinkRole.ReportingParty, crime);
        var business = draft.Add("business", new Organisation
        {
            Id = default,
            Kind = OrganisationKind.Retailer,
            Names = [new() { Kind = NameType.Legal, Name = "Invented Stores Limited" }],
        });
        draft.Join(clerk, LinkRole.ContactPerson, business);
        var shop = Household.AddHome(draft, "shop");
        draft.Join(business, LinkRole.BusinessAddress, shop);
        var report = draft.Add("intelligence", new IntelligenceReport { Id = default, IntelligenceDate = PartialDateTime.FromDate(draft.Day) });
        draft.Join(Reachable(draft, "subject", home), LinkRole.SubjectOfIntelligence, report);
    }

    private static void AddSafeguarding(CaseDraft draft, Location home)
    {
        var child = Household.AddDescribed(draft, "child", 9);
        child = draft.Replace(child with { AgesStated = [new() { Years = 9, At = PartialDateTime.FromDate(draft.Day) }] });
        Household.Reach(draft, "child", child, home);
        var adult = Reachable(draft, "adult", home, 60);
        var parent = Reachable(draft, "parent", home, 35);
        draft.Join(parent, LinkRole.Parent, child);
        var unborn = draft.Add("unborn", new Person { Id = default, ExpectedDueDate = PartialDateTime.FromDate(DirtyVariants.Today.AddDays(30)) });
        draft.Join(unborn, LinkRole.HomeAddress, home);
        draft.Join(parent, LinkRole.Parent, unborn);
        var concern = draft.Add("concern", new SafeguardingConcern
        {
            Id = default,
            RaisedAt = draft.Later(180),
            RepeatVictim = false,
            RepeatOffender = false,
            ChildrenPresent = true,
            RaisedBy = draft.Officer,
        });
        draft.Join(child, LinkRole.PersonAtRisk, concern);
        draft.Join(adult, LinkRole.PersonAtRisk, concern);
        draft.Join(unborn, LinkRole.PersonAtRisk, concern);
        draft.Join(Reachable(draft, "risk", home), LinkRole.PersonPosingRisk, concern);
        draft.Join(concern, LinkRole.OccurredAt, home);
        var telephone = Household.AddMobile(draft, "safe");
        draft.Join(adult, LinkRole.SafeContact, telephone);
        var episode = draft.Add("episode", new MissingPersonEpisode { Id = default, ReportedAt = draft.Later(60), OfficerInCase = draft.Officer });
        draft.Join(child, LinkRole.MissingPerson, episode);
    }

    private static void AddCustody(CaseDraft draft, Location home)
    {
        var detained = Reachable(draft, "detained", home);
        var number = ArrestSummonsNumber.Parse(SafeRanges.ArrestSummonsNumber(draft.NextSafe()));
        var arrest = draft.Add("arrest", new Arrest
        {
            Id = default,
            ArrestedAt = draft.Later(60),
            ArrestSummonsNumber = number,
            Reason = ArrestReason.SuspectedOffence,
            Offences = [ScenarioRecords.Offence(1)],
            ArrestedBy = draft.Officer,
        });
        draft.Join(detained, LinkRole.Arrested, arrest);
        var custody = draft.Add("custody", new Custody
        {
            Id = default,
            ArrestSummonsNumber = number,
            Reason = ArrestReason.SuspectedOffence,
            Offences = [ScenarioRecords.Offence(1)],
            AuthorisedAt = draft.Later(90),
            AuthorisedBy = draft.Supervisor,
            ArrestedBy = draft.Officer,
        });
        draft.Join(detained, LinkRole.Detained, custody);
        draft.Join(custody, LinkRole.CustodyFollowing, arrest);
        var image = draft.Add("image", new MediaItem { Id = default, Kind = MediaType.CustodyImage, TakenAt = draft.Later(95) });
        draft.Join(image, LinkRole.RecordingOf, custody);
        draft.Join(image, LinkRole.Depicts, detained);
    }

    private static void AddOtherEvents(CaseDraft draft, Location home)
    {
        var call = ScenarioRecords.Call(draft, "Invented: noise in the street.", SubmissionChannel.Online, 2);
        draft.Join(call, LinkRole.OccurredAt, home);
        var caller = Reachable(draft, "caller", home);
        draft.Join(caller, LinkRole.ReportingParty, call);
        var nuisance = draft.Add("nuisance", new AntiSocialBehaviour
        {
            Id = default,
            ReportedAt = draft.Later(20),
            Class = AsbClass.Nuisance,
            Kind = AsbType.NuisanceNoise,
            RepeatVictim = false,
            QuestionnaireDone = true,
            RecordedBy = draft.Officer,
        });
        draft.Join(caller, LinkRole.ReportingParty, nuisance);
        draft.Join(nuisance, LinkRole.OccurredAt, home);
        var stop = draft.Add("stop", new StopSearch
        {
            Id = default,
            Nature = StopNature.StopAndSearch,
            At = draft.Moment,
            ReceiptReference = "SYN-1",
            SearchedBy = draft.Officer,
        });
        draft.Join(stop, LinkRole.OccurredAt, home);
        draft.Join(Reachable(draft, "searched", home), LinkRole.Searched, stop);
        draft.Add("force", new UseOfForce { Id = default, At = draft.Moment, UsedBy = draft.Officer });
        var death = draft.Add("death", new SuddenDeath
        {
            Id = default,
            ReportedAt = draft.Later(10),
            Classification = DeathClassification.Unexplained,
        });
        foreach (var part in new[] { "dead", "dead-victim" })
        {
            var person = Household.Add(draft, part, 70);
            person = draft.Replace(person with { DateOfDeath = PartialDateTime.FromDate(draft.Day), DeathVerification = VerificationOfDeath.AsStated });
            Household.Reach(draft, part, person, home);
            draft.Join(person, LinkRole.Deceased, death);
            if (part == "dead-victim")
            {
                draft.Join(person, LinkRole.Victim, call);
            }
        }
    }

    private static void AddThings(CaseDraft draft, Crime crime)
    {
        var owner = (Person)draft.Records.First(record => record is Person { Names.IsEmpty: false });
        var vehicle = draft.Add("vehicle", new Vehicle
        {
            Id = default,
            Registrations = [new() { Mark = Vrm.Parse(Mark) }],
            Make = "Heronmotor",
            Model = "Reed",
            Shape = VehicleBodyShape.Estate,
            Colours = [VehicleColour.Green],
        });
        draft.Join(owner, LinkRole.RegisteredKeeper, vehicle);
        draft.Join(vehicle, LinkRole.UsedIn, crime);
        draft.Add("email", new EmailAddress { Id = default, Address = SafeRanges.EmailAddress(draft.NextSafe()) });
        draft.Add("passport", new IdentityDocument
        {
            Id = default,
            Kind = IdentityDocumentType.Passport,
            Valid = true,
            Country = Country.Of("IRL"),
            Number = "SYN000001",
        });
        draft.Add("licence", new IdentityDocument
        {
            Id = default,
            Kind = IdentityDocumentType.DrivingLicence,
            Country = Country.Of("IRL"),
            Number = "SYN000002",
        });
        draft.Add("numbers", new Person
        {
            Id = default,
            Sex = Sex.NotKnown,
            Identifiers =
            [
                new() { Kind = PersonIdentifierType.CroNumber, Value = CriminalRecordNumber },
                new() { Kind = PersonIdentifierType.PncId, Value = SafeRanges.PncId(draft.NextSafe()) },
                new() { Kind = PersonIdentifierType.NationalInsuranceNumber, Value = SafeRanges.NationalInsuranceNumber(draft.NextSafe()) },
            ],
        });
        draft.Add("property", new Property
        {
            Id = default,
            Category = PropertyCategory.Camera,
            Description = "Invented: a camera",
            UniqueIds = [new() { Kind = UniqueIdentifierType.SerialNumber, Value = "SYN-1" }],
        });
        draft.Add("photograph", new MediaItem
        {
            Id = default,
            Kind = MediaType.Photograph,
            Description = "Invented: a window",
            TakenAt = draft.Later(30),
        });
        draft.Add("account", new OnlineAccount { Id = default, Kind = OnlinePlatformKind.Forum, Platform = "Invented forum", Tag = "heron" });
    }

    private static void AddPlaces(CaseDraft draft, Location home)
    {
        Household.AddOutside(draft, "point");
        draft.Add("area", new Location { Id = default, Kind = LocationKind.Area, Description = "Between the weir and the mill" });
        var nowhere = draft.Add("no-abode", new Location { Id = default, Kind = LocationKind.NoFixedAbode, Description = "Sleeps near the station" });
        var person = draft.Records.OfType<Person>().First(record => !record.Names.IsEmpty);
        draft.Join(person, LinkRole.CurrentAddress, nowhere);
        draft.Join(person, LinkRole.FormerAddress, home);
    }
}
