using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes the cases of the scenarios.</summary>
internal static class ScenarioMaker
{
    public static ValueList<PoliceRecord> Make(RecordStamp stamp, SyntheticScenario scenario, long number)
    {
        var draft = new CaseDraft(stamp, scenario, number);
        switch (scenario)
        {
            case SyntheticScenario.Burglary:
                Burglary(draft);
                break;
            case SyntheticScenario.DomesticAbuse:
                DomesticAbuse(draft);
                break;
            case SyntheticScenario.MissingChild:
                MissingChild(draft);
                break;
            case SyntheticScenario.StopAndSearch:
                StopAndSearch(draft);
                break;
            case SyntheticScenario.RobberyWithVehicle:
                Robbery(draft);
                break;
            default:
                Fraud(draft);
                break;
        }

        return draft.Finish();
    }

    private static void Burglary(CaseDraft draft)
    {
        var call = ScenarioRecords.Call(draft, "Invented: back door found open, rooms searched.", SubmissionChannel.NonEmergencyCall, 1);
        var crime = ScenarioRecords.Recorded(draft, CrimeCategory.Burglary, OffenceGroup.DomesticBurglary, 1,
            "Invented: a dwelling was entered and searched while empty.", "Invented: rear window forced, untidy search, left by the garden.");
        var home = Household.AddHome(draft, "home");
        var victim = Household.Add(draft, "victim", ScenarioDistributions.Adults.Draw(ref draft.Random));
        Household.Reach(draft, "victim", victim, home);
        Open(draft, call, crime, home, victim);
        var things = 1 + draft.Random.Below(3);
        for (var i = 0; i < things; i++)
        {
            draft.Join(ScenarioRecords.Thing(draft, "thing-" + (char)('a' + i)), LinkRole.StolenIn, crime);
        }

        if (draft.Random.OnceIn(3))
        {
            ScenarioRecords.Outcome(draft, crime, HomeOfficeOutcome.ChargedOrSummonsed, Suspect(draft, crime));
        }
        else
        {
            ScenarioRecords.Outcome(draft, crime, HomeOfficeOutcome.InvestigationCompleteNoSuspect, null);
        }
    }

    private static void DomesticAbuse(CaseDraft draft)
    {
        var call = ScenarioRecords.Call(draft, "Invented: shouting and a blow heard by a neighbour.", SubmissionChannel.EmergencyCall, 2);
        var crime = ScenarioRecords.Recorded(draft, CrimeCategory.ViolentCrime, OffenceGroup.ViolenceWithoutInjury, 2,
            "Invented: one partner pushed the other.", "Invented: pushed with both hands after an argument.");
        crime = draft.Replace(crime with { Flags = [EventFlag.DomesticAbuse], ChildrenPresent = true });
        var home = Household.AddHome(draft, "home");
        var victim = Household.Add(draft, "victim", ScenarioDistributions.Adults.Draw(ref draft.Random));
        Household.Reach(draft, "victim", victim, home);
        Open(draft, call, crime, home, victim);
        var suspect = Suspect(draft, crime);
        draft.Join(suspect, draft.Random.OnceIn(3) ? LinkRole.FormerPartner : LinkRole.Partner, victim);
        var child = Household.Add(draft, "child", ScenarioDistributions.Children.Draw(ref draft.Random), victim.Names[0].Surname);
        draft.Join(child, LinkRole.HomeAddress, home);
        draft.Join(victim, LinkRole.Parent, child);
        draft.Join(child, LinkRole.PersonPresent, crime);
        Detain(draft, suspect, crime, home);
        Concern(draft, [SafeguardingConcernKind.DomesticAbuse], victim, suspect, home, DomesticAbuseRisk.Medium);
        ScenarioRecords.Outcome(draft, crime, HomeOfficeOutcome.EvidentialSuspectIdentifiedVictimSupports, null);
    }

    private static void MissingChild(CaseDraft draft)
    {
        var home = Household.AddHome(draft, "home");
        var parent = Household.Add(draft, "parent", 30 + draft.Random.Below(25));
        Household.Reach(draft, "parent", parent, home);
        var child = Household.AddDescribed(draft, "child", ScenarioDistributions.MissingChildren.Draw(ref draft.Random), parent.Names[0].Surname);
        Household.Reach(draft, "child", child, home);
        draft.Join(parent, LinkRole.Parent, child);
        var episode = draft.Add("episode", new MissingPersonEpisode
        {
            Id = default,
            ReportedAt = draft.Later(120),
            LastSeen = TimeWindow.OnOrIn(draft.Moment),
            Risk = draft.Random.OnceIn(3) ? MissingPersonRisk.High : MissingPersonRisk.Medium,
            MissingFrom = MissingFrom.OwnHome,
            Circumstances = "Invented: left after an argument about a telephone and did not come back.",
            CircumstanceKinds = [MissingCircumstance.Argument],
            InCare = false,
            Outcome = MissingReturn.ReturnedBySelf,
            ReturnedAt = PartialDateTime.FromDate(draft.Day.AddDays(1 + draft.Random.Below(3))),
            OfficerInCase = draft.Officer,
        });
        draft.Join(child, LinkRole.MissingPerson, episode);
        draft.Join(parent, LinkRole.ReportingParty, episode);
        draft.Join(episode, LinkRole.LastSeenAt, home);
        Concern(draft, [SafeguardingConcernKind.Missing], child, Household.AddDescribed(draft, "risk", ScenarioDistributions.Suspects.Draw(ref draft.Random)), home, null);
    }

    private static void StopAndSearch(CaseDraft draft)
    {
        var place = Household.AddOutside(draft, "place");
        var home = Household.AddHome(draft, "home");
        var person = Household.Add(draft, "searched", ScenarioDistributions.Suspects.Draw(ref draft.Random));
        Household.Reach(draft, "searched", person, home);
        var isFound = draft.Random.OnceIn(4);
        var stop = draft.Add("stop", new StopSearch
        {
            Id = default,
            Nature = StopNature.StopAndSearch,
            Kind = StopSearchType.PersonSearch,
            At = draft.Moment,
            Subject = new()
            {
                Gender = person.Genders[0].Gender,
                Age = AgeOn(person, draft.Day),
                SelfDefinedEthnicity = person.Ethnicities[0].SelfDefined,
                ObservedEthnicity = person.Ethnicities[0].OfficerDefined,
            },
            Legislation = StopSearchLegislation.PoliceAndCriminalEvidenceAct1984Section1,
            ObjectOfSearch = StopSearchObject.StolenGoods,
            Outcome = isFound ? StopSearchOutcome.CommunityResolution : StopSearchOutcome.NoFurtherAction,
            OutcomeLinkedToObject = isFound ? true : null,
            MoreThanOuterClothing = false,
            Grounds = "Invented: matched a description that was passed on by radio.",
            ReceiptReference = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SYN-{draft.Random.Below(1_000_000):D6}"),
            ReceiptGiven = true,
            BodyWornVideo = true,
            SearchedBy = draft.Officer,
            SupervisedBy = draft.Supervisor,
        });
        draft.Join(person, LinkRole.Searched, stop);
        draft.Join(stop, LinkRole.OccurredAt, place);
        if (isFound)
        {
            draft.Join(ScenarioRecords.Thing(draft, "found"), LinkRole.FoundIn, stop);
        }
    }

    private static void Robbery(CaseDraft draft)
    {
        var call = ScenarioRecords.Call(draft, "Invented: bag taken in the street, two people drove off.", SubmissionChannel.EmergencyCall, 3);
        var crime = ScenarioRecords.Recorded(draft, CrimeCategory.Robbery, OffenceGroup.Robbery, 3,
            "Invented: a bag was taken under threat.", "Invented: approached from behind, left in a waiting vehicle.");
        var place = Household.AddOutside(draft, "place");
        var home = Household.AddHome(draft, "home");
        var victim = Household.Add(draft, "victim", ScenarioDistributions.Adults.Draw(ref draft.Random));
        Household.Reach(draft, "victim", victim, home);
        Open(draft, call, crime, place, victim);
        draft.Join(Household.AddUnknown(draft, "unknown"), LinkRole.Suspect, crime);
        var witness = Household.Add(draft, "witness", ScenarioDistributions.Adults.Draw(ref draft.Random));
        Household.Reach(draft, "witness", witness, Household.AddHome(draft, "witness-home"));
        draft.Join(witness, LinkRole.Witness, crime);
        draft.Join(GetawayVehicle(draft), LinkRole.UsedIn, crime);
        draft.Join(ScenarioRecords.Thing(draft, "bag"), LinkRole.StolenIn, crime);
        ScenarioRecords.Outcome(draft, crime, HomeOfficeOutcome.InvestigationCompleteNoSuspect, null);
    }

    private static void Fraud(CaseDraft draft)
    {
        var home = Household.AddHome(draft, "home");
        var victim = Household.Add(draft, "victim", ScenarioDistributions.Adults.Draw(ref draft.Random));
        Household.Reach(draft, "victim", victim, home);
        var submission = draft.Add("submission", new Submission
        {
            Id = default,
            SubmittedAt = RecordedTime.From(new DateTimeOffset(draft.Day.ToDateTime(new(12, draft.Random.Below(60))), TimeSpan.Zero)),
            Channel = SubmissionChannel.Online,
            Category = "fraud",
            Force = draft.Agency,
            Anonymous = false,
        });
        var crime = ScenarioRecords.Recorded(draft, CrimeCategory.OtherTheft, OffenceGroup.Fraud, 4,
            "Invented: goods were paid for at a marketplace and never came.", "Invented: advertised below price, paid by transfer, account closed after.");
        crime = draft.Replace(crime with { Flags = [EventFlag.Online] });
        draft.Join(crime, LinkRole.RecordedFrom, submission);
        draft.Join(victim, LinkRole.ReportingParty, submission);
        draft.Join(victim, LinkRole.Victim, crime);
        draft.Join(crime, LinkRole.OccurredAt, home);
        var account = draft.Add("account", new OnlineAccount
        {
            Id = default,
            Kind = OnlinePlatformKind.Marketplace,
            Platform = "Invented market",
            Tag = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"seller{draft.Random.Below(1_000_000):D6}"),
        });
        draft.Join(account, LinkRole.UsedIn, crime);
        var telephone = draft.Add("seller-telephone", new Telephone
        {
            Id = default,
            Number = TelephoneNumber.Parse(SafeRanges.Telephone(draft.NextSafe())),
            Kind = TelephoneType.Of("LANW"),
            Country = Country.UnitedKingdom,
        });
        draft.Join(telephone, LinkRole.UsedIn, crime);
        ScenarioRecords.Outcome(draft, crime, HomeOfficeOutcome.FraudFiledByNationalBureau, null);
    }

    private static void Open(CaseDraft draft, Incident call, Crime crime, Location place, Person victim)
    {
        draft.Join(crime, LinkRole.ArisingFrom, call);
        draft.Join(call, LinkRole.OccurredAt, place);
        draft.Join(crime, LinkRole.OccurredAt, place);
        draft.Join(victim, LinkRole.ReportingParty, call);
        draft.Join(victim, LinkRole.Victim, crime);
    }

    private static Person Suspect(CaseDraft draft, Crime crime)
    {
        var suspect = Household.Add(draft, "suspect", ScenarioDistributions.Suspects.Draw(ref draft.Random));
        Household.Reach(draft, "suspect", suspect, Household.AddHome(draft, "suspect-home"));
        draft.Join(suspect, LinkRole.Suspect, crime);
        return suspect;
    }

    private static void Detain(CaseDraft draft, Person suspect, Crime crime, Location place)
    {
        var number = ArrestSummonsNumber.Parse(SafeRanges.ArrestSummonsNumber(draft.NextSafe()));
        var arrest = draft.Add("arrest", new Arrest
        {
            Id = default,
            ArrestedAt = draft.Later(60),
            ArrestSummonsNumber = number,
            Reason = ArrestReason.SuspectedOffence,
            Offences = [ScenarioRecords.Offence(2)],
            ArrestedBy = draft.Officer,
        });
        draft.Join(suspect, LinkRole.Arrested, arrest);
        draft.Join(arrest, LinkRole.ArrestFor, crime);
        draft.Join(arrest, LinkRole.OccurredAt, place);
        var custody = draft.Add("custody", new Custody
        {
            Id = default,
            CustodyNumber = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SYN-{draft.Random.Below(1_000_000):D6}"),
            ArrestSummonsNumber = number,
            Reason = ArrestReason.SuspectedOffence,
            Offences = [ScenarioRecords.Offence(2)],
            ArrestedAt = draft.Later(60),
            ArrivedAt = draft.Later(100),
            AuthorisedAt = draft.Later(110),
            AuthorisedBy = draft.Supervisor,
            ArrestedBy = draft.Officer,
            Disposal = CustodyDisposal.BailedBeforeCharge,
            ReleasedAt = PartialDateTime.FromDate(draft.Day.AddDays(1)),
        });
        draft.Join(suspect, LinkRole.Detained, custody);
        draft.Join(custody, LinkRole.CustodyFollowing, arrest);
    }

    private static void Concern(CaseDraft draft, ValueList<SafeguardingConcernKind> kinds, Person atRisk, Person risk, Location place, DomesticAbuseRisk? level)
    {
        var concern = draft.Add("concern", new SafeguardingConcern
        {
            Id = default,
            RaisedAt = draft.Later(180),
            Kinds = kinds,
            Summary = "Invented: the household is known to nobody.",
            RepeatVictim = draft.Random.OnceIn(4),
            RepeatOffender = draft.Random.OnceIn(4),
            ChildrenPresent = true,
            DomesticAbuseRisk = level,
            ConsentToShare = true,
            RaisedBy = draft.Officer,
        });
        draft.Join(atRisk, LinkRole.PersonAtRisk, concern);
        draft.Join(risk, LinkRole.PersonPosingRisk, concern);
        draft.Join(concern, LinkRole.OccurredAt, place);
        var safe = Household.AddMobile(draft, "safe-telephone");
        draft.Join(atRisk, LinkRole.SafeContact, safe);
    }

    /// <summary>Without a mark: no registration mark is known to be nobody's.</summary>
    private static Vehicle GetawayVehicle(CaseDraft draft)
    {
        ref var random = ref draft.Random;
        return draft.Add("vehicle", new Vehicle
        {
            Id = default,
            Make = random.Pick<string>(["Heronmotor", "Larkworks", "Ottercar"]),
            Model = random.Pick<string>(["Reed", "Weir", "Fen"]),
            Shape = random.Pick<VehicleBodyShape>([VehicleBodyShape.Hatchback, VehicleBodyShape.Saloon, VehicleBodyShape.Estate, VehicleBodyShape.PanelVan]),
            Colours = [random.Pick<VehicleColour>([VehicleColour.Black, VehicleColour.Blue, VehicleColour.Grey, VehicleColour.Red, VehicleColour.Silver, VehicleColour.White])],
        });
    }

    private static int AgeOn(Person person, DateOnly day)
    {
        var born = person.DatesOfBirth[0].Date.Date!.Value;
        return day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
    }
}
