using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.DocCode;

/// <summary>The cases of docs/words-of-the-trade.md. Nobody in them is real.</summary>
public sealed class WordsOfTheTradeExamples
{
    [Fact]
    public void An_occurrence()
    {
        #region TradeOccurrence
        Agency force = PoliceAgencies.Of(PoliceAgency.Kent);
        OfficerReference officer = new() { Agency = force, CollarNumber = CollarNumber.Parse("SYN0001") };

        Incident call = new()                                       // what control had before there was an occurrence
        {
            Id = RecordId.New(),
            Controllers = [force],
            ReportedAt = PartialDateTime.Parse("2026-03-02T22:15+00:00"),
            Channel = SubmissionChannel.EmergencyCall,
            Log = [new() { Number = 1, At = RecordedTime.Parse("2026-03-02T22:16:00Z"), By = officer, Text = "Caller hears glass break." }],
        };
        Investigation occurrence = new()                            // the occurrence as the work: who has it, who looked at it
        {
            Id = RecordId.New(),
            Controllers = [force],
            References = [new() { System = "niche", Value = "SYN-0000001", Agency = force }],
            Title = "Damage to a parked car",
            InvestigationStatus = InvestigationStatus.Active,
            OfficerInCase = officer,
            Reviews = [new() { At = PartialDateTime.Parse("2026-03-05"), By = officer, Direction = "Ask the shop for its recordings." }],
        };
        Crime crime = new()                                         // the occurrence as the crime: what is classified and counted
        {
            Id = RecordId.New(),
            Controllers = [force],
            RecordedAt = PartialDateTime.Parse("2026-03-02T23:00+00:00"),
            RecordedBy = officer,
            Occurred = TimeWindow.OnOrIn(PartialDateTime.Parse("2026-03-02")),
            Classifications = [new() { Category = CrimeCategory.CriminalDamageArson }],
        };
        Person owner = new() { Id = RecordId.New(), Controllers = [force], Names = [new() { Given = ["Kim"], Surname = "Sample" }] };
        Person seen = new() { Id = RecordId.New(), Controllers = [force], Descriptions = [new() { Build = Build.Slim, HeightFrom = 170, HeightTo = 180 }] };
        Vehicle car = new() { Id = RecordId.New(), Controllers = [force], Make = "Example", Registrations = [new() { PartialMark = "ZZ9? ???" }] };

        PoliceRecord[] records =
        [
            call, occurrence, crime, owner, seen, car,
            Link.Between(crime, LinkRole.RecordedFrom, call), Link.Between(crime, LinkRole.PartOfInvestigation, occurrence),
            Link.Between(owner, LinkRole.Victim, crime) with { Victim = new() { SupportsAction = true } },      // an involvement
            Link.Between(seen, LinkRole.Suspect, crime), Link.Between(car, LinkRole.DamagedIn, crime), Link.Between(owner, LinkRole.RegisteredKeeper, car),
        ];
        #endregion

        AssertWithoutAFinding(records);
    }

    [Fact]
    public void An_investigation()
    {
        #region TradeInvestigation
        Agency force = PoliceAgencies.Of(PoliceAgency.Essex);
        OfficerReference officer = new() { Agency = force, CollarNumber = CollarNumber.Parse("SYN0002") };

        Investigation investigation = new()
        {
            Id = RecordId.New(),
            Controllers = [force],
            References = [new() { System = "athena", Value = "42/0000001/26", Agency = force }],
            InvestigationStatus = InvestigationStatus.Finalised,
            OfficerInCase = officer,
            SupervisedBy = officer,
            Allocations = [new() { Officer = officer, From = PartialDateTime.Parse("2026-04-10") }],
            ClosedAt = PartialDateTime.Parse("2026-05-20"),
            ClosedBy = officer,
            ClosedReason = "Dealt with by community resolution.",
        };
        Crime crime = new()
        {
            Id = RecordId.New(),
            Controllers = [force],
            ReportedAt = PartialDateTime.Parse("2026-04-10T12:30+01:00"),
            OfficerInCase = officer,
            Occurred = TimeWindow.OnOrIn(PartialDateTime.Parse("2026-04-10")),
            Classifications = [new() { Category = CrimeCategory.Shoplifting }],
        };
        Organisation shop = new() { Id = RecordId.New(), Controllers = [force], Names = [new() { Name = "Example Stores" }] };
        Person nominal = new() { Id = RecordId.New(), Controllers = [force], Names = [new() { Given = ["Robin"], Surname = "Example" }] };
        Person twin = nominal with { Id = RecordId.New(), Names = [new() { Given = ["Robyn"], Surname = "Example" }] };    // perhaps a duplicate: nothing is merged
        Property perfume = new() { Id = RecordId.New(), Controllers = [force], Description = "Two bottles of perfume", Quantity = 2 };
        CrimeOutcome outcome = new() { Id = RecordId.New(), Controllers = [force], HomeOffice = HomeOfficeOutcome.CommunityResolution, Date = PartialDateTime.Parse("2026-05-20") };

        PoliceRecord[] records =
        [
            investigation, crime, shop, nominal, twin, perfume, outcome,
            Link.Between(crime, LinkRole.PartOfInvestigation, investigation), Link.Between(outcome, LinkRole.OutcomeOf, crime),
            Link.Between(shop, LinkRole.Victim, crime), Link.Between(perfume, LinkRole.StolenIn, crime), Link.Between(shop, LinkRole.Owner, perfume),
            Link.Between(nominal, LinkRole.Suspect, crime) with { Suspect = new() { SuspectedBecause = "Seen on the recording." } },
            Link.Between(nominal, LinkRole.DealtWith, outcome), Link.Between(twin, LinkRole.SameAs, nominal),
        ];
        #endregion

        AssertWithoutAFinding(records);
    }

    [Fact]
    public void A_custody_record_and_intelligence()
    {
        #region TradeCustodyAndIntelligence
        Agency force = PoliceAgencies.Of(PoliceAgency.Lancashire);
        OfficerReference officer = new() { Agency = force, CollarNumber = CollarNumber.Parse("SYN0003") };

        Person nominal = new() { Id = RecordId.New(), Controllers = [force], Names = [new() { Given = ["Alex"], Surname = "Example" }] };
        Arrest arrest = new()
        {
            Id = RecordId.New(),
            Controllers = [force],
            ArrestedAt = PartialDateTime.Parse("2026-05-01T01:10+01:00"),
            Reason = ArrestReason.SuspectedOffence,
            ArrestedBy = officer,
        };
        Custody custody = new()
        {
            Id = RecordId.New(),
            Controllers = [force],
            CustodyNumber = "SYN/1/26",
            References = [new() { System = "connect", Value = "SYN-0000001", Agency = force }],
            ArrivedAt = PartialDateTime.Parse("2026-05-01T01:40+01:00"),
            AuthorisedAt = PartialDateTime.Parse("2026-05-01T01:55+01:00"),
            AuthorisedBy = officer,
            Rights = new() { GivenAt = PartialDateTime.Parse("2026-05-01T01:56+01:00"), LegalAdviceWanted = false },
            Disposal = CustodyDisposal.ReleasedUnderInvestigation,
            ReleasedAt = PartialDateTime.Parse("2026-05-01T11:30+01:00"),
        };
        IntelligenceReport report = new()
        {
            Id = RecordId.New(),
            Controllers = [force],
            Stage = IntelligenceStage.RequiresAssessment,
            SubmittedBy = officer,
            Marking = new() { Tier = SecurityTier.Official, Sensitive = true },
            Retention = new() { Scheme = RetentionScheme.Mopi, Group = RetentionGroup.Mopi3 },
            Items =
            [
                new()
                {
                    Number = 1, Text = "Stolen tools are sold from a van at weekends.", Basis = ObservationBasis.Assessment,
                    Grade = new() { Source = IntelligenceSource.Untested, Assessment = IntelligenceAssessment.KnownIndirectly, Handling = IntelligenceHandling.SharingPermitted },
                },
            ],
        };

        PoliceRecord[] records =
        [
            nominal, arrest, custody, report,
            Link.Between(nominal, LinkRole.Arrested, arrest), Link.Between(nominal, LinkRole.Detained, custody), Link.Between(custody, LinkRole.CustodyFollowing, arrest),
            Link.Between(nominal, LinkRole.SubjectOfIntelligence, report), Link.Between(report, LinkRole.IntelligenceFrom, custody),
        ];
        #endregion

        AssertWithoutAFinding(records, report.Marking);
    }

    /// <summary>Alone and together, as made and as read: no finding at all, not even information.</summary>
    private static void AssertWithoutAFinding(PoliceRecord[] records, Marking? highest = null)
    {
        PolicingValidator validator = new();
        Bundle bundle = new() { Id = RecordId.New(), Kind = BundleKind.Collection, OperationalStatus = OperationalStatus.Test, Marking = highest, Records = [.. records] };
        Assert.All(records, record => Assert.Empty(validator.Validate(record).Findings));
        Assert.Empty(validator.Validate(bundle).Findings);
        ReadResult read = validator.Read(PoliceJson.Write(bundle));
        Assert.Empty(read.Report.Findings);
        Assert.Equal(bundle, read.Record);
    }
}
