using Policing.DataModel.Codes;

namespace Policing.DataModel.Tests.Samples;

/// <summary>
/// One record of each kind of event, case, judgement and exchange, as a force would write it: a burglary from the call to the sentence, and what
/// happens around it. Nobody in it is real.
/// </summary>
internal static class BurglarySamples
{
    private static readonly ValueList<Agency> Controllers = [PoliceAgencies.Of(PoliceAgency.Essex)];
    private static readonly OfficerReference Officer = new() { Agency = PoliceAgencies.Of(PoliceAgency.Essex), CollarNumber = CollarNumber.Parse("SYN0001") };
    private static readonly Agency Court = new() { Scheme = AgencyScheme.CjsOu, Id = "B99ZZ00" };
    private static readonly OffenceCode Burglary = OffenceCode.Parse("TH68026");
    private static readonly ArrestSummonsNumber Asn = ArrestSummonsNumber.Parse("2005FF0500000000555P");
    private static readonly CaseUrn Urn = CaseUrn.Parse("99ZZ0000126");

    public static IReadOnlyList<PoliceRecord> All =>
        [Incident, Crime, Outcome, Nuisance, Search, Arrest, Custody, Charge, Intelligence, Episode, Concern, Investigation, .. Trial, Receipt];

    private static IReadOnlyList<PoliceRecord> Trial =>
        [Bail, Order, Warrant, Statement, Force, Collision, Death, Submission, CaseFile, Risk, Decision];

    private static RecordId Id(string name) => RecordId.Derive("samples", name);

    private static PartialDateTime On(string text) => PartialDateTime.Parse(text);

    private static RecordedTime Written(string text) => RecordedTime.Parse(text);

    public static Incident Incident => new()
    {
        Id = Id("incident"), Controllers = Controllers, ReportedAt = On("2025-03-04T21:50Z"), Channel = SubmissionChannel.EmergencyCall,
        Occurred = new TimeWindow { Kind = OffenceDateCode.Between, Start = On("2025-03-04T19:00Z"), End = On("2025-03-04T21:45Z") },
        Summary = "Caller came home to a broken window. Fact.", OpeningCode = NsirCode.Parse("001"), ClosingCode = NsirCode.Parse("002"),
        HomeOfficeClassification = HomeOfficeClassification.Parse("028/03"), Grade = ResponseGrade.Priority, AttendBy = On("2025-03-04T22:50Z"),
        Assessments = [new ThriveAssessment { At = On("2025-03-04T21:52Z"), By = Officer, Threat = "None now", Vulnerability = "Caller is alone", Grade = ResponseGrade.Priority }],
        Attendances = [new IncidentAttendance { Unit = "AB12", Officers = [Officer], AssignedAt = On("2025-03-04T21:55Z"), ArrivedAt = On("2025-03-04T22:20Z"), ClearedAt = On("2025-03-04T23:10Z") }],
        Log = [new LogEntry { Number = 1, At = Written("2025-03-04T21:51:10Z"), By = Officer, Text = "Suspects gone." }],
        ReceivedBy = Officer, ClosedAt = On("2025-03-04T23:15Z"), ClosedBy = Officer, ClosingSummary = "Crime recorded. Fact.",
    };

    public static Crime Crime => new()
    {
        Id = Id("crime"), Controllers = Controllers, ReportedAt = On("2025-03-04T21:50Z"), RecordedAt = On("2025-03-04T23:00Z"),
        Occurred = Incident.Occurred, Classifications = [new CrimeClassification { Group = OffenceGroup.Of("theft-offences"), HomeOfficeClassification = HomeOfficeClassification.Parse("028/03"), Offence = Burglary, From = Written("2025-03-04T23:00:00Z"), By = Officer }],
        RecordingStatus = CrimeRecordingStatus.Cancelled, Cancellation = new CrimeCancellation { Reason = CrimeCancellationReason.Of("C3"), At = On("2025-03-06"), By = Officer, Explanation = "Recorded twice. Fact." },
        CrimeStatus = CrimeStatus.Cancelled, Summary = "Entry by the rear window.", ModusOperandi = "Rear window forced with a tool, tidy search of two rooms.",
        HateChecksMade = true, Flags = [EventFlag.VulnerableVictim], ChildrenPresent = false, OfficerInCase = Officer, RecordedBy = Officer, SupervisedBy = Officer,
    };

    public static CrimeOutcome Outcome => new()
    {
        Id = Id("outcome"), Controllers = Controllers, HomeOffice = HomeOfficeOutcome.Of("3"), Date = On("2025-05-06"), AlternativeOffence = OffenceCode.Parse("TH68001"),
        SuspectIdentified = true, VictimSupports = true, VictimInformedAt = On("2025-05-06"), DecidedBy = Officer, ValidatedBy = Officer,
        Conditions = [new Condition { Number = 1, Text = "To write to the victim", From = On("2025-05-06"), To = On("2025-06-06") }],
    };

    public static AntiSocialBehaviour Nuisance => new()
    {
        Id = Id("nuisance"), Controllers = Controllers, ReportedAt = On("2025-03-01"), Class = AsbClass.Personal, Kind = AsbType.Of("nuisance-noise"),
        RepeatVictim = true, QuestionnaireDone = true, RecordedBy = Officer, ActionTaken = "Visited. Fact.", ClosedAt = On("2025-03-02"),
    };

    public static StopSearch Search => new()
    {
        Id = Id("search"), Controllers = Controllers, Nature = StopNature.StopAndSearch, Kind = StopSearchType.PersonSearch, DetainedAt = On("2025-03-04T23:30Z"), At = On("2025-03-04T23:33Z"),
        Subject = new SearchedPerson { Age = 19, SelfDefinedEthnicity = SelfDefinedEthnicity.BuiltIn[0], ObservedEthnicity = ObservedEthnicity.BuiltIn[1], Description = new PhysicalDescription { HeightFrom = 175, HeightTo = 180 } },
        Grounds = "Matches the description, seen near by within the hour. Assessment.", ReceiptReference = "SS/1", ReceiptGiven = true, BodyWornVideo = true,
        MoreThanOuterClothing = false, SearchedBy = Officer, OtherOfficers = [Officer], SupervisedBy = Officer,
    };

    public static Arrest Arrest => new()
    {
        Id = Id("arrest"), Controllers = Controllers, ArrestedAt = On("2025-03-04T23:40Z"), ArrestSummonsNumber = Asn, Reason = ArrestReason.SuspectedOffence, Offences = [Burglary],
        Power = "PACE 1984 s.24", Grounds = "Property of the address found on the person. Fact.", Necessity = [ArrestNecessity.PromptInvestigation], CautionedAt = On("2025-03-04T23:40Z"),
        Reply = "No reply", Searched = true, ArrestedBy = Officer, AssistedBy = [Officer],
    };

    public static Custody Custody => new()
    {
        Id = Id("custody"), Controllers = Controllers, CustodyNumber = "1/2025", Station = ForceStationCode.Parse("99ZZ"), ArrestSummonsNumber = Asn, Reason = ArrestReason.SuspectedOffence, Offences = [Burglary],
        ArrestedAt = On("2025-03-04T23:40Z"), ArrivedAt = On("2025-03-05T00:10Z"), RelevantTime = On("2025-03-05T00:10Z"), AuthorisedAt = On("2025-03-05T00:20Z"), AuthorisedBy = Officer,
        Reviews = [new DetentionReview { At = On("2025-03-05T06:15Z"), DueAt = On("2025-03-05T06:20Z"), By = Officer, Continued = true, Reason = "Interview still to come" }],
        DetentionExtensions = [new DetentionExtension { Kind = DetentionExtensionKind.Superintendent, At = On("2025-03-05T20:00Z"), Until = On("2025-03-06T12:10Z"), By = Officer }],
        Rights = new CustodyRights { GivenAt = On("2025-03-05T00:21Z"), LegalAdviceWanted = true, LegalAdviceAt = On("2025-03-05T09:00Z") },
        Needs = new CustodyNeeds { Child = false, Vulnerable = true, AppropriateAdultNeeded = true, AppropriateAdultArrivedAt = On("2025-03-05T08:30Z"), InterpreterNeeded = false },
        RiskAssessments = [new CustodyRiskAssessment { At = On("2025-03-05T00:25Z"), By = Officer, ObservationLevel = CustodyObservationLevel.Level2, CheckEvery = 30, SelfHarm = true }],
        Healthcare = [new CustodyHealthcare { CalledAt = On("2025-03-05T00:30Z"), ArrivedAt = On("2025-03-05T01:15Z"), By = "Nurse", FitToDetain = true, FitToInterview = true }],
        Interviews = [new CustodyInterview { StartedAt = On("2025-03-05T10:00Z"), EndedAt = On("2025-03-05T10:40Z"), By = [Officer], LegalAdviserPresent = true, AppropriateAdultPresent = true }],
        Log = [new CustodyLogEntry { Number = 1, At = Written("2025-03-05T00:20:05Z"), By = Officer, Event = CustodyEvent.DetentionAuthorised, Text = "Detention authorised." }],
        ArrestedBy = Officer, OfficerInCase = Officer, Disposal = CustodyDisposal.ChargedAndBailed, ReleasedAt = On("2025-03-05T14:00Z"), ReleasedBy = Officer, ReleaseRisk = "Collected by a parent. Fact.",
    };

    public static Charge Charge => new()
    {
        Id = Id("charge"), Controllers = Controllers, Offence = Burglary, HomeOfficeClassification = HomeOfficeClassification.Parse("028/03"), Legislation = "Theft Act 1968 s.9(1)(b)", Wording = "Burglary",
        Occurred = new TimeWindow { Kind = OffenceDateCode.OnOrIn, Start = On("2025-03-04") }, ArrestSummonsNumber = Asn, CaseUrn = Urn, CourtCaseReference = CourtCaseReference.Parse("97/1626/008395Q"),
        Sequence = 1, Initiation = OffenceInitiation.Of("C"), At = On("2025-03-05T13:30Z"), ChargedBy = Officer, ModeOfTrial = ModeOfTrial.Of("ETJ"), RemandStatus = RemandStatus.ConditionalBail,
        Hearings = [new CourtHearing { At = On("2025-04-02"), Court = Court, CourtType = CourtType.MagistratesAdult, Kind = HearingType.FirstHearing, Present = DefendantPresence.Of("Y"), AdjournedTo = On("2025-06-02") }],
        Plea = Plea.Guilty, PleaAt = On("2025-06-02"), Verdict = Verdict.Guilty, VerdictAt = On("2025-06-02"), TakenIntoConsideration = 2,
        Disposals = [new CourtDisposal { Kind = ResultClass.Sentence, Result = "1002", At = On("2025-06-02"), Duration = 6, DurationUnit = DurationUnit.Of("M"), Suspended = true }],
    };

    public static IntelligenceReport Intelligence => new()
    {
        Id = Id("intelligence"), Controllers = Controllers, Title = "Handling of stolen goods", IntelligenceDate = On("2025-03-07"), Stage = IntelligenceStage.Complete, Originator = Controllers[0],
        SubmittedAt = Written("2025-03-07T10:00:00Z"), SubmittedBy = Officer, AssessedAt = Written("2025-03-07T12:00:00Z"), AssessedBy = Officer, SourceReference = "S1",
        Items =
        [
            new IntelligenceItem
            {
                Number = 1, Text = "As told by the source.", SanitisedText = "Goods are sold at the market.", Basis = ObservationBasis.Assessment, FirstKnown = On("2025-03"), LastKnown = On("2025-03-06"),
                Grade = new IntelligenceGrade
                {
                    Source = IntelligenceSource.Of("2"), Assessment = IntelligenceAssessment.Of("C"), Handling = IntelligenceHandling.SharingWithConditions, Action = IntelligenceAction.OvertAction,
                    Sanitisation = IntelligenceSanitisation.Of("S2"), Conditions = "Ask the originator first.", Usage = "To brief officers at the market.",
                },
                SanitisedGrade = new IntelligenceGrade { Source = IntelligenceSource.Of("2"), Assessment = IntelligenceAssessment.Of("C"), Handling = IntelligenceHandling.SharingPermitted },
            },
        ],
        Confidence = ConfidenceLevel.Medium, Threats = [new IntelligenceThreat { Family = "Acquisitive crime", Subtype = "Handling", Band = "2" }], ContainsPersonalData = false, RiskToSource = "Few could know it.",
        SharedWith = [new IntelligenceDissemination { To = PoliceAgencies.Of(PoliceAgency.Kent), At = Written("2025-03-08T09:00:00Z"), By = Officer, Sanitised = true }],
    };

    public static MissingPersonEpisode Episode => new()
    {
        Id = Id("episode"), Controllers = Controllers, ReportedAt = On("2025-03-09T23:00Z"), LastSeen = new TimeWindow { Kind = OffenceDateCode.OnOrAbout, Start = On("2025-03-09T18:00Z") },
        Risk = MissingPersonRisk.Medium, RiskReviews = [new MissingRiskReview { Level = MissingPersonRisk.Medium, At = On("2025-03-09T23:20Z"), By = Officer, Reason = "Young, has a telephone. Assessment." }],
        MissingFrom = MissingFrom.ChildrensHome, CircumstanceKinds = [MissingCircumstance.Repeatedly], InCare = true, PreviousEpisodes = 3, Carrying = "Telephone", Outcome = MissingReturn.ReturnedBySelf,
        ReturnedAt = On("2025-03-10T02:00Z"), ReturnInterview = new MissingReturnInterview { OfferedAt = On("2025-03-10"), Accepted = true, At = On("2025-03-12"), By = "Example charity" }, ClosedAt = On("2025-03-10T03:00Z"),
    };

    public static SafeguardingConcern Concern => new()
    {
        Id = Id("concern"), Controllers = Controllers, RaisedAt = On("2025-03-10"), Kinds = [SafeguardingConcernKind.ChildCriminalExploitation], Summary = "Older people wait outside the home. Fact.",
        RepeatVictim = true, RepeatOffender = false, ChildrenPresent = true, ChildrenInHousehold = 4, VoiceOfThePerson = "I do not want to go there again.", DomesticAbuseRisk = DomesticAbuseRisk.Standard, ConsentToShare = true,
        ImmediateActions = [new SafeguardingAction { Kind = SafeguardingActionKind.Avoid, Text = "Moved to another home", At = On("2025-03-10"), By = Officer }],
        Referrals = [new SafeguardingReferral { Conference = "MARAC", At = On("2025-03-11"), By = Officer, Accepted = true }], RaisedBy = Officer,
    };

    public static Investigation Investigation => new()
    {
        Id = Id("investigation"), Controllers = Controllers, Title = "Burglaries, north of the town", Operation = "EXAMPLE", InvestigationStatus = InvestigationStatus.Finalised, OpenedAt = On("2025-03-05"), CaseUrn = Urn,
        OfficerInCase = Officer, SeniorOfficer = Officer, SupervisedBy = Officer, DisclosureOfficer = Officer, ExhibitsOfficer = Officer, Allocations = [new Allocation { Officer = Officer, From = On("2025-03-05") }],
        Reviews = [new InvestigationReview { At = On("2025-03-12"), By = Officer, Text = "All lines followed. Assessment.", Direction = "Trace the goods." }],
        Authorisations = [new Authorisation { Kind = "Communications data", Reference = "CD/1", GrantedBy = "Independent office", From = On("2025-03-13"), To = On("2025-04-13") }],
        ClosedAt = On("2025-06-03"), ClosedBy = Officer, ClosedReason = "Convicted. Fact.",
    };

    public static Bail Bail => new()
    {
        Id = Id("bail"), Controllers = Controllers, Kind = BailType.PostChargeConditional, GrantedAt = On("2025-03-05T14:00Z"), GrantedBy = Officer, Until = On("2025-04-02"), AnswerAt = "Example Magistrates' Court",
        Conditions = [new Condition { Number = 1, Text = "Not to contact the victim", Purpose = "To prevent interference with a witness" }], Surety = false,
        BailExtensions = [new BailExtension { At = On("2025-04-01"), Until = On("2025-06-02"), Court = Court }], Breaches = [new Breach { At = On("2025-03-20"), Condition = 1, Text = "Sent a message. Fact.", ReportedBy = Officer }],
        EndedAt = On("2025-06-02"), Outcome = BailOutcome.Answered,
    };

    public static Order Order => new()
    {
        Id = Id("order"), Controllers = Controllers, Kind = OrderType.RestrainingOrder, MadeAt = On("2025-06-02"), Court = Court, Legislation = "Sentencing Act 2020 s.360", From = On("2025-06-02"), To = On("2027-06-02"),
        Conditions = [new Condition { Number = 1, Text = "Not to go to the street" }], ServedAt = On("2025-06-02"), ServedBy = Officer,
    };

    public static Warrant Warrant => new()
    {
        Id = Id("warrant"), Controllers = Controllers, Kind = WarrantType.BuiltIn[0], IssuedAt = On("2025-03-14"), Court = Court, AppliedFor = Officer, Offences = [Burglary], Information = "As sworn.", MultipleEntries = false,
        ExpiresAt = On("2025-06-14"), Executions = [new WarrantExecution { At = On("2025-03-15T06:00Z"), By = Officer, Successful = true, Forced = false, Result = "Two watches found" }],
    };

    public static Statement Statement => new()
    {
        Id = Id("statement"), Controllers = Controllers, Kind = StatementType.Victim, Number = 1, TakenAt = On("2025-03-05T11:00Z"), TakenBy = Officer, Text = "I came home at a quarter to ten.", Pages = 2, Language = Language.Of("eng"),
        Signed = true, SignedAt = On("2025-03-05T11:40Z"), Declaration = true, Exhibits = [ExhibitReference.Parse("JS/1")], WillingToAttend = true, VictimPersonalStatement = true,
    };

    public static UseOfForce Force => new()
    {
        Id = Id("force"), Controllers = Controllers, At = On("2025-03-04T23:40Z"), UsedBy = Officer, Reasons = [ForceReason.EffectArrest], Tactics = [new ForceTacticUse { Kind = UseOfForceTactic.HandcuffsCompliant, Number = 1, Effective = true }],
        ImpactFactors = ["Dark", "Alone"], Subject = Search.Subject, PerceivedPhysicalDisability = false, PerceivedMentalDisability = false, Assaulted = false, Outcome = "Arrested", BodyWornVideo = true,
    };

    public static RoadTrafficCollision Collision => new()
    {
        Id = Id("collision"), Controllers = Controllers, Occurred = new TimeWindow { Start = On("2025-03-05T08:10Z") }, ReportedAt = On("2025-03-05T08:15Z"), Severity = CollisionSeverity.Slight, Vehicles = 2,
        Casualties = [new Casualty { Number = 1, Severity = CollisionSeverity.Slight, Role = "Cyclist", Vehicle = 2 }], Road = "Example Road", SpeedLimit = 30, FailedToStop = false, Attended = true, OfficerInCase = Officer,
    };

    public static SuddenDeath Death => new()
    {
        Id = Id("death"), Controllers = Controllers, ReportedAt = On("2025-03-06T09:00Z"), FoundAt = On("2025-03-06T08:45Z"), Classification = DeathClassification.NonSuspicious, ClassifiedBy = Officer, Verification = VerificationOfDeath.AsStated,
        PronouncedAt = On("2025-03-06T09:20Z"), PronouncedBy = "Paramedic", Identified = true, CoronerReference = "C/1", OfficerInCase = Officer,
    };

    public static Submission Submission => new()
    {
        Id = Id("submission"), Controllers = Controllers, SubmittedAt = Written("2025-03-05T07:00:00Z"), Channel = SubmissionChannel.Online, Category = "Report a crime", Force = Controllers[0], HighHarm = false,
        CustomerReference = "R-1", Answers = [new FormAnswer { Question = "When did it happen?", Answer = "Last night" }], Anonymous = false, Language = Language.Of("eng"),
    };

    public static CaseFile CaseFile => new()
    {
        Id = Id("case-file"), Controllers = Controllers, CaseUrn = Urn, Kind = CaseFileType.FirstHearingGuilty, Prosecutor = Court, Submissions = [new CaseFileSubmission { At = On("2025-03-20"), By = Officer, Accepted = true }],
        Decisions = [new ProsecutorDecision { At = On("2025-03-22"), Decision = "Charge stands", Offences = [Burglary] }], Actions = [new CaseAction { Number = 1, Text = "Value the goods", DueAt = On("2025-04-01"), DoneAt = On("2025-03-30") }],
        Documents = [new CaseDocument { Form = "MG5", Title = "Summary", DigestMethod = HashAlgorithm.Of("sha-256"), Digest = new string('0', 64) }],
        Disclosure = [new DisclosureItem { Number = 1, Schedule = DisclosureSchedule.NonSensitive, Description = "Control room log", MayUndermineOrAssist = false }],
        OfficerInCase = Officer, DisclosureOfficer = Officer, FirstHearing = On("2025-04-02"),
    };

    public static RiskAssessment Risk => new()
    {
        Id = Id("risk"), Controllers = Controllers, Tool = RiskAssessmentTool.Dara, ToolVersion = "1", AssessedAt = On("2025-03-10T15:00Z"), AssessedBy = Officer, Level = RiskLevel.High, ToolLevel = RiskLevel.Medium,
        OverrideReason = "Three reports in a week. Fact.", Score = 7.5m, Factors = [new RiskFactor { Key = "4", Question = "Frightened?", Answer = "Yes", Present = true }], Rationale = "It is getting worse. Assessment.",
        Model = new ModelReference { Id = "M1", Name = "Example model", Version = "2.1", Register = "https://example.org/model" }, ReviewDue = On("2025-03-17"),
    };

    public static DecisionRecord Decision => new()
    {
        Id = Id("decision"), Controllers = Controllers, DecidedAt = On("2025-03-11T10:00Z"), DecidedBy = Officer, Decision = "To allocate a detective", Options = "To file", Powers = "Allocation policy",
        Stages = [new DecisionReasoning { Stage = DecisionStage.Of("information"), Text = "Two witnesses. Fact." }], Significant = true, SolelyAutomated = false, Profiling = ProfilingExtent.Informed, SensitiveProcessing = false,
        Model = Risk.Model, ModelOutput = "Likely to be solved", Likelihood = 0.72m,
        Involvement = [new HumanInvolvement { By = Officer, Authority = "May set the output aside", CouldChange = true, Considered = ["Statements", "Output"], StartedAt = Written("2025-03-11T09:40:00Z"), EndedAt = Written("2025-03-11T09:58:00Z"), Result = HumanReviewResult.Agreed }],
        InformedAt = On("2025-03-12"), Challenges = [new DecisionChallenge { Kind = ChallengeKind.Representations, ReceivedAt = On("2025-03-13"), AnsweredAt = On("2025-03-20"), Outcome = ChallengeOutcome.Upheld }],
        ImpactAssessment = "DPIA/1", ReviewDue = On("2025-09-11"),
    };

    public static Receipt Receipt => new()
    {
        Id = Id("receipt"), Bundle = Id("bundle"), State = ReceiptStatus.Rejected, At = Written("2025-03-05T12:00:00Z"), From = PoliceAgencies.Of(PoliceAgency.Kent), To = Controllers[0],
        OperationalStatus = OperationalStatus.Test, Correlation = "1", Records =
        [
            new ReceiptEntry { Record = Id("crime"), Findings = [new ReceiptFinding { Rule = "PSDK-RUL-0007", Severity = FindingSeverity.Error, Pointer = "/recordedAt", Message = "Two dates of the record are in the wrong order." }] },
        ],
        Reason = "One record has a finding.",
    };

    /// <summary>All of them in one submission, with the person that they are about and a link for each end.</summary>
    public static Bundle Submitted
    {
        get
        {
            Person person = new() { Id = Id("person"), Controllers = Controllers, Names = [new PersonName { Given = ["Robin"], Surname = "Example" }] };
            return new()
            {
                Id = Id("bundle"), Kind = BundleKind.Submission, OperationalStatus = OperationalStatus.Test, SentAt = Written("2025-07-01T12:00:00Z"), Sender = Controllers[0],
                Recipients = [PoliceAgencies.Of(PoliceAgency.Kent)], Sharing = new Sharing { Agreement = "Example agreement", Purpose = ProcessingPurpose.BuiltIn[0] },
                Records = ValueList.From(All.Append(person).Append(Joined("suspect", person, LinkRole.Suspect, Crime)).Append(Joined("counted", Outcome, LinkRole.OutcomeOf, Crime))),
            };
        }
    }

    private static Link Joined(string name, PoliceRecord from, LinkRole role, PoliceRecord to) => new()
    {
        Id = Id(name), Role = role, From = new LinkEnd { Id = from.Id, Kind = from.Type }, To = new LinkEnd { Id = to.Id, Kind = to.Type },
    };
}
