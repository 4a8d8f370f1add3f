// Compiled ahead of time: makes one record of each type, writes, reads, changes and validates it, alone and in a user's own type.
// The exit code is 0 only if everything came out as it went in.
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

// The stranger in each record is closed out by the schema for producers, and let pass by the one for consumers.
PolicingValidator producer = new();
PolicingValidator consumer = new(new ValidationOptions { Schema = SchemaChoice.Open });
ValueList<Agency> controllers = [PoliceAgencies.Of(PoliceAgency.AvonAndSomerset)];
UnknownMembers stranger = UnknownMembers.Of("stranger", JsonElement.Parse("""{"n":null,"x":[2.50,1e3]}"""));

Person person = new() { Id = RecordId.New(), Controllers = controllers, Names = [new PersonName { Surname = "Ash", Unknown = stranger }], Sex = Sex.Female };
Crime crime = new() { Id = RecordId.Derive("aot", "1"), Controllers = controllers, Classifications = [new CrimeClassification { Category = CrimeCategory.Burglary, Offence = OffenceCode.Parse("TH68001") }] };
PoliceRecord[] records =
[
    person,
    crime,
    new Organisation { Id = RecordId.New(), Controllers = controllers, Names = [new OrganisationName { Name = "Example Ltd" }] },
    new Location { Id = RecordId.New(), Controllers = controllers, Point = new GeoPoint { Latitude = 51.45m, Longitude = -2.5900m, Anonymised = true } },
    new CrimeOutcome { Id = RecordId.New(), Controllers = controllers, HomeOffice = HomeOfficeOutcome.Of("1"), Date = PartialDateTime.Parse("2025-03") },
    new AntiSocialBehaviour { Id = RecordId.New(), Controllers = controllers, ReportedAt = PartialDateTime.FromDate(new DateOnly(2025, 3, 4)) },
    new StopSearch { Id = RecordId.New(), Controllers = controllers, At = PartialDateTime.Parse("2025-03-04T10:15:30Z"), Kind = StopSearchType.BuiltIn[0] },
    new Incident { Id = RecordId.New(), Controllers = controllers, ReportedAt = PartialDateTime.Parse("2025-03-04T10:15Z"), OpeningCode = NsirCode.Parse("001") },
    new Arrest { Id = RecordId.New(), Controllers = controllers, ArrestedAt = PartialDateTime.Parse("2025-03-04T10:15Z"), Offences = [OffenceCode.Parse("TH68001")] },
    new Custody { Id = RecordId.New(), Controllers = controllers, AuthorisedAt = PartialDateTime.Parse("2025-03-04T11:15Z"), Log = [new CustodyLogEntry { Number = 1, Event = CustodyEvent.BuiltIn[0] }] },
    new Charge { Id = RecordId.New(), Controllers = controllers, Offence = OffenceCode.Parse("TH68001"), Plea = Plea.BuiltIn[0] },
    new IntelligenceReport { Id = RecordId.New(), Controllers = controllers, Items = [new IntelligenceItem { Grade = new IntelligenceGrade { Handling = IntelligenceHandling.SharingPermitted } }] },
    new MissingPersonEpisode { Id = RecordId.New(), Controllers = controllers, ReportedAt = PartialDateTime.Parse("2025-03-04"), Risk = MissingPersonRisk.BuiltIn[^1] },
    new SafeguardingConcern { Id = RecordId.New(), Controllers = controllers, RaisedAt = PartialDateTime.Parse("2025-03-04"), ChildrenPresent = true },
    new Investigation { Id = RecordId.New(), Controllers = controllers, OpenedAt = PartialDateTime.Parse("2025-03-04"), InvestigationStatus = InvestigationStatus.BuiltIn[0] },
    new Bail { Id = RecordId.New(), Controllers = controllers, GrantedAt = PartialDateTime.Parse("2025-03-04"), Conditions = [new Condition { Number = 1, Text = "Not to go there" }] },
    new Order { Id = RecordId.New(), Controllers = controllers, MadeAt = PartialDateTime.Parse("2025-03-04"), Indefinite = true },
    new Warrant { Id = RecordId.New(), Controllers = controllers, IssuedAt = PartialDateTime.Parse("2025-03-04"), Kind = WarrantType.BuiltIn[0] },
    new Statement { Id = RecordId.New(), Controllers = controllers, TakenAt = PartialDateTime.Parse("2025-03-04"), Exhibits = [ExhibitReference.Parse("JS/1")] },
    new UseOfForce { Id = RecordId.New(), Controllers = controllers, At = PartialDateTime.Parse("2025-03-04"), Tactics = [new ForceTacticUse { Number = 1, Kind = UseOfForceTactic.BuiltIn[0] }] },
    new RoadTrafficCollision { Id = RecordId.New(), Controllers = controllers, ReportedAt = PartialDateTime.Parse("2025-03-04"), Severity = CollisionSeverity.BuiltIn[0] },
    new SuddenDeath { Id = RecordId.New(), Controllers = controllers, FoundAt = PartialDateTime.Parse("2025-03-04"), Verification = VerificationOfDeath.BuiltIn[0] },
    new Submission { Id = RecordId.New(), SubmittedAt = RecordedTime.Now(TimeProvider.System), Controllers = controllers, Answers = [new FormAnswer { Question = "1", Answer = "é" }] },
    new CaseFile { Id = RecordId.New(), Controllers = controllers, CaseUrn = CaseUrn.Parse("99ZZ0000120"), Disclosure = [new DisclosureItem { Number = 1, Schedule = DisclosureSchedule.NonSensitive }] },
    new RiskAssessment { Id = RecordId.New(), Controllers = controllers, Score = 2.50m, Factors = [new RiskFactor { Key = "1", Present = false }] },
    new DecisionRecord { Id = RecordId.New(), Controllers = controllers, Likelihood = 0.250m, Involvement = [new HumanInvolvement { CouldChange = true }] },
    new Receipt { Id = RecordId.New(), Bundle = RecordId.New(), State = ReceiptStatus.Accepted, OperationalStatus = OperationalStatus.Test, Records = [new ReceiptEntry { Record = person.Id }] },
    new Vehicle { Id = RecordId.New(), Controllers = controllers, Registrations = [new VehicleRegistration { Mark = Vrm.Parse("ZZ99 ZZZ"), Country = Country.UnitedKingdom }], Colours = [VehicleColour.Blue] },
    new Telephone { Id = RecordId.New(), Controllers = controllers, Number = TelephoneNumber.Parse("+442079460123"), Kind = TelephoneType.Of("LANH") },
    new EmailAddress { Id = RecordId.New(), Controllers = controllers, Address = "ash@example.org" },
    new OnlineAccount { Id = RecordId.New(), Controllers = controllers, Platform = "example.org", Tag = "ash", NetworkTraces = [new NetworkTrace { IpAddress = "203.0.113.7", Port = 443 }] },
    new IdentityDocument { Id = RecordId.New(), Controllers = controllers, PassportNumber = PassportNumber.Parse("000000001"), ExpiresAt = PartialDateTime.Parse("2030-01-02") },
    new Property { Id = RecordId.New(), Controllers = controllers, Description = "Ring", Quantity = 1.50m, Value = new MoneyAmount { Amount = 99.90m, Currency = Currency.PoundSterling } },
    new Device { Id = RecordId.New(), Controllers = controllers, Imeis = [Imei.Parse("490154203237518")] },
    new PaymentInstrument { Id = RecordId.New(), Controllers = controllers, Provider = "Example Bank" },
    new Weapon { Id = RecordId.New(), Controllers = controllers, Description = "Knife", Imitation = false },
    new MediaItem { Id = RecordId.New(), Controllers = controllers, ContentType = "video/mp4", SizeInBytes = 5_000_000_000m },
    new Exhibit { Id = RecordId.New(), Controllers = controllers, Reference = ExhibitReference.Parse("JS/1"), Continuity = [new ContinuityEntry { SealAfter = "A1" }] },
    new Link { Id = RecordId.New(), From = new LinkEnd { Id = person.Id }, To = new LinkEnd { Id = crime.Id }, Role = LinkRole.Suspect },
];
Bundle bundle = new() { Id = RecordId.New(), Kind = BundleKind.Collection, OperationalStatus = OperationalStatus.Test, SentAt = RecordedTime.Now(TimeProvider.System), Records = ValueList.From(records) };

int failed = 0;
foreach (PoliceRecord record in (PoliceRecord[])[.. records, bundle]) Check(record.Type, RoundTrip(record));
Check("an unknown type", PoliceJson.Read("""{"type":"ufo","x":[1,null]}"""u8).Record is UnknownRecord unknown && Text(unknown) == """{"type":"ufo","x":[1,null]}""");
Check("a wrong kind", PoliceJson.Read("""{"type":"person","sex":7}"""u8).Record is Person odd && Text(odd) == """{"type":"person","sex":7}""");
Check("a broken text", !PoliceJson.Read("""{"type":"person","sex":nil}"""u8).IsReadable);
Check("a user's own type", UsersOwn(new Case { Person = person, Sex = Sex.Male, Ids = [person.Id], Texts = ["a"] }));

using (MemoryStream lines = new())
{
    await using (RecordLineWriter writer = new(lines, bundle with { Records = default }))
    {
        foreach (PoliceRecord record in records) await writer.WriteAsync(record);
        await writer.FlushAsync();
    }

    lines.Position = 0;
    int read = 0;
    await foreach (RecordLine line in consumer.ReadLinesAsync(lines, new RecordSetCheck()))
        if (line.Record is not null && line.Result.Report.IsValid) read++;
    Check("lines", read == records.Length + 1);
}

Console.WriteLine($"{records.Length + 1} types of record, {failed} failed");
return failed == 0 ? 0 : 1;

bool RoundTrip(PoliceRecord record)
{
    PoliceRecord changed = record with { Version = new RecordVersion { Number = 2, Reason = "Mended é 😀" }, Unknown = stranger };
    ReadResult read = consumer.Read(PoliceJson.Write(changed));
    foreach (Finding finding in read.Report.Findings)
        if (finding.Rule != FindingRules.UnknownMember) Console.WriteLine(finding);
    return read.Report.IsValid && IsRefusedForItsStrangerAlone(changed) && changed.Equals(read.Record) && !record.Equals(read.Record) && Text(read.Record!) == Text(changed);
}

bool IsRefusedForItsStrangerAlone(PoliceRecord record)
{
    Finding[] errors = [.. producer.Read(PoliceJson.Write(record)).Report.Findings.Where(f => f.Severity == Severity.Error)];
    return errors.Length > 0 && errors.All(f => f.Rule == FindingRules.SchemaClosed);
}

static bool UsersOwn(Case given)
{
    string json = JsonSerializer.Serialize(given, CaseContext.Default.Case);
    return given.Equals(JsonSerializer.Deserialize(json, CaseContext.Default.Case)) && json.Contains("\"surname\":\"Ash\"", StringComparison.Ordinal);
}

static string Text(PoliceRecord record) => Encoding.UTF8.GetString(PoliceJson.Write(record));

void Check(string what, bool holds)
{
    if (holds) return;
    failed++;
    Console.WriteLine($"failed: {what}");
}

internal sealed record Case
{
    public Person? Person { get; init; }

    public Sex? Sex { get; init; }

    public ValueList<RecordId> Ids { get; init; }

    public ValueList<string> Texts { get; init; }
}

[JsonSerializable(typeof(Case))]
// The elements of lists are named: the generator does not look into a list that has a converter.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(RecordId))]
internal sealed partial class CaseContext : JsonSerializerContext;
