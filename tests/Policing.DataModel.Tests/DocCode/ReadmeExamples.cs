using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.DocCode;

public class ReadmeExamples
{
    private static readonly byte[] s_utf8 = """
        {"id":"urn:uuid:01a20e78-f329-7d4a-8488-6dc8929eb581","type":"person","names":[{"given":["Robin"],"surname":"Example"}],
        "sex":{"list":"https://supplier.example/sexes","code":"F","national":"2"},"datesOfBirth":[{"date":"31/02/1990"}],"shoeSize":43}
        """u8.ToArray();

    [Fact]
    public void Reading_keeps_what_it_does_not_understand()
    {
        byte[] utf8 = s_utf8;
        List<string> log = [];

        #region ModelReading
        ReadResult read = PoliceJson.Read(utf8);               // throws for nothing that a text can hold

        if (read.Record is Person person)
        {
            string? surname = person.Names.First?.Surname;      // lists are never null; the preferred value is the first
            PartialDateTime born = person.DatesOfBirth.First?.Date ?? default;
            if (born.IsMalformed) log.Add("A date of birth is no date.");             // born.Text has what was written

            JsonElement size = default;
            bool hasSize = person.Unknown?.TryGetValue("shoeSize", out size) ?? false;    // not in the model; written back

            Person renamed = person with { Names = [new() { Given = ["Robin"], Surname = "Sample" }] };
            byte[] changed = PoliceJson.Write(renamed);         // still has the date, the code and the shoe size
        }

        // Rule, JSON Pointer, line, column, what to do. Never a value, so it may be logged.
        foreach (Finding finding in read.Report.Findings) log.Add(finding.ToString());
        #endregion

        Assert.Equal("A date of birth is no date.", log[0]);
        Assert.Contains(log, line => line.StartsWith("PSDK-JSON-0012", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("shoeSize", StringComparison.Ordinal) || line.Contains("Robin", StringComparison.Ordinal));
        Person again = read.As<Person>() with { Names = [new() { Given = ["Robin"], Surname = "Sample" }] };
        string written = System.Text.Encoding.UTF8.GetString(PoliceJson.Write(again));
        Assert.Contains("31/02/1990", written, StringComparison.Ordinal);
        Assert.Contains("\"shoeSize\":43", written, StringComparison.Ordinal);
        Assert.Contains("https://supplier.example/sexes", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_burglary_with_two_suspects_a_stolen_car_and_a_witness()
    {
        #region ModelWriting
        ValueList<Agency> controllers = [PoliceAgencies.Of(PoliceAgency.Essex)];
        Crime burglary = new()
        {
            Id = RecordId.New(),
            Controllers = controllers,
            ReportedAt = PartialDateTime.Parse("2026-03-02T07:40+00:00"),
            Occurred = new() { Kind = OffenceDateCode.Between, Start = PartialDateTime.Parse("2026-03-01"), End = PartialDateTime.Parse("2026-03-02") },
            Classifications = [new() { Category = CrimeCategory.Burglary }],
        };
        Person known = new() { Id = RecordId.New(), Controllers = controllers, Names = [new() { Given = ["Robin"], Surname = "Example" }] };
        Person seen = new()      // nobody knows who it is, so there is no name: what was seen is enough
        {
            Id = RecordId.New(),
            Controllers = controllers,
            Descriptions = [new() { Build = Build.Slim, HeightFrom = 170, HeightTo = 180, Clothing = [new() { Garment = "Coat", Colours = [Colour.Grey] }] }],
        };
        Person neighbour = new() { Id = RecordId.New(), Controllers = controllers, Names = [new() { Given = ["Kim"], Surname = "Sample" }] };
        Vehicle car = new() { Id = RecordId.New(), Controllers = controllers, Make = "Example", Registrations = [new() { PartialMark = "ZZ9? ???" }] };

        PoliceRecord[] records =
        [
            burglary, known, seen, neighbour, car,
            Link.Between(known, LinkRole.Suspect, burglary), Link.Between(seen, LinkRole.Suspect, burglary), Link.Between(car, LinkRole.StolenIn, burglary),
            Link.Between(neighbour, LinkRole.Witness, burglary) with { Witness = new() { Independent = true, WillingToAttendCourt = true } },
        ];
        Bundle bundle = new() { Id = RecordId.New(), Kind = BundleKind.Collection, OperationalStatus = OperationalStatus.Test, Records = [.. records] };
        byte[] json = PoliceJson.Write(bundle);
        ValidationReport report = new PolicingValidator().Validate(bundle);
        #endregion

        Assert.Empty(report.Findings);
        Assert.Equal(bundle, PoliceJson.Read(json).Record);
    }

    [Fact]
    public void Codes_of_other_lists_are_kept_and_mapped()
    {
        Person person = PoliceJson.Read(s_utf8).As<Person>();

        #region ModelCodes
        Sex? sex = person.Sex;                                  // null is absent
        string? written = sex?.Code;                            // F, of the list that sex.List names
        string? own = sex?.OwnCode;                             // 2, a code of our list whatever the source wrote
        bool isFemale = own == Sex.Female.Code;

        Sex mapped = Sex.From(new() { List = "https://supplier.example/sexes", Code = "F", National = Sex.Female.Code });
        #endregion

        Assert.Equal(("F", "2", true), (written, own, isFemale));
        Assert.Equal(sex, mapped);
    }

    [Fact]
    public void A_role_says_what_it_joins()
    {
        #region ModelLinks
        CodeEntry? role = LinkRole.Suspect.EntryIn(ReferenceData.BuiltIn);
        bool fits = role?.Joins("person", "crime") ?? false;        // true; a location is nobody's suspect
        string? inverse = role?.Inverse;                            // Has suspect
        string? category = role?.DataSubjectCategory;               // suspected
        #endregion

        Assert.Equal((true, "Has suspect", "suspected"), (fits, inverse, category));
        Assert.False(role?.Joins("location", "crime"));
    }

    [Fact]
    public void A_validator_goes_by_a_schema()
    {
        byte[] utf8 = s_utf8;

        #region ModelSchemas
        PolicingValidator producer = new();                                                   // strict, for a version that this release knows
        PolicingValidator consumer = new(new() { Schema = SchemaChoice.Open });               // passes what it does not know; None leaves schemas out
        ValidationReport report = consumer.Read(utf8).Report;
        byte[] schema = RecordSchemas.Strict.Text("person");                                  // the JSON Schema itself
        #endregion

        Assert.NotEmpty(schema);
        Assert.True(producer.Read(utf8).Report.Findings.Count >= report.Findings.Count);
    }

    [Fact]
    public void A_force_lays_its_own_codes_beside_ours()
    {
        byte[] overlay = """
            {"id":"marker-type","typeName":"MarkerType","title":"Local markers","owner":"A force","edition":"2026-01","source":"A force",
            "provenance":"verified","codes":[{"code":"example-bees","name":"ExampleBees","label":{"en":"Keeps bees"},"mappings":{"rms":["BEES"]}}]}
            """u8.ToArray();

        #region ModelOverlay
        ReferenceData codes = ReferenceData.BuiltIn.WithOverlay(overlay);      // or the path of a file; ours stays as it is
        CodeEntry? bees = codes.FindMapped("marker-type", "rms", "BEES");       // what the system "rms" writes for a code
        PolicingValidator validator = new(new() { ReferenceData = codes });
        #endregion

        Assert.Equal("example-bees", bees?.Code);
        Person person = new()
        {
            Id = RecordId.New(),
            Controllers = [PoliceAgencies.Of(PoliceAgency.Kent)],
            Markers = [new() { Kind = MarkerType.Of("example-bees") }],
        };
        Assert.Empty(validator.Validate(person).Findings.ToArray());
        Assert.Single(new PolicingValidator().Validate(person).Findings.ToArray());
    }

    [Fact]
    public void Values_keep_their_text_and_say_what_it_means()
    {
        Person person = new() { Id = RecordId.New() };

        #region ModelValues
        PncId id = PncId.Parse("81/34U");                           // strict: throws for a wrong check letter, and keeps the spelling
        string? key = id.Canonical;                                 // 1981/0000034U
        bool isSame = id.Means(PncId.Parse("1981/0000034U"));       // true, though the texts differ

        Postcode typed = Postcode.FromText("no idea");              // tolerant, as reading is: typed.IsMalformed, and the text is kept

        Person known = person with { Identifiers = [PersonIdentifier.Of(id)] };
        bool hasId = known.Identifiers[0].TryGet(out PncId again);  // only where kind and form fit

        GeoPoint? place = NationalGrid.Parse("TG 51409 13177").ToGeoPoint();    // WGS 84, to about 5 m
        #endregion

        Assert.Equal(("1981/0000034U", true, true, "81/34U"), (key, isSame, hasId, again.Text));
        Assert.Equal(("no idea", true), (typed.Text, typed.IsMalformed));
        Assert.Equal("EPSG:27700", place?.SourceSystem);
    }

    [Fact]
    public void An_extension_is_its_owners()
    {
        Person person = PoliceJson.Read(s_utf8).As<Person>();

        #region ModelExtension
        Extension shelf = new() { Version = "1.0", Data = RawJson.Parse("""{"shelf":"B7"}"""u8) };
        Person filed = person with { Extensions = person.Extensions.With("https://supplier.example/archive", shelf) };
        #endregion

        Assert.Equal(filed, PoliceJson.Read(PoliceJson.Write(filed)).Record);
        Assert.NotEqual(person, filed);
    }

    [Fact]
    public async Task A_text_goes_through_all_stages()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        List<string> log = [];
        List<long> unreadable = [];
        using MemoryStream ndjson = new([.. s_utf8, .. "\n{\"type\":\"person\",\n"u8]);

        #region ModelValidation
        PolicingValidator validator = new(new()
        {
            Ceiling = SecurityTier.Official,                                     // a higher marking is an error here
            UnderstoodExtensions = new HashSet<string> { "https://supplier.example/archive" },
        });
        ValidationReport one = validator.Validate(s_utf8);                       // IsValid: no error, nothing dropped
        log.AddRange(one.Findings.Where(f => f.Severity > Severity.Information).Select(f => $"{f.Id} {f.Pointer} {f.Line}:{f.Column} {f.Rule.Hint}"));

        await foreach (RecordLine line in validator.ReadLinesInParallelAsync(ndjson, cancellationToken: cancellationToken))
        {
            if (line.Record is null) unreadable.Add(line.Number);                // line.Result.Unread has its bytes
        }
        #endregion

        Assert.Equal([2L], unreadable);
        Assert.NotEmpty(log);
    }

    [Fact]
    public async Task Many_records_are_lines()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Person[] records = [PoliceJson.Read(s_utf8).As<Person>()];
        using MemoryStream stream = new();
        long people = 0;

        #region ModelLines
        Bundle header = new() { Id = RecordId.New(), Kind = BundleKind.Collection, OperationalStatus = OperationalStatus.Test };
        await using (RecordLineWriter writer = new(stream, header))
        {
            foreach (Person person in records) await writer.WriteAsync(person, cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }

        stream.Position = 0;
        PolicingValidator validator = new();
        await foreach (RecordLine line in validator.ReadLinesAsync(stream, cancellationToken: cancellationToken))
        {
            // The first line is the header. One that cannot be read has no record, but its number, its bytes and the reason.
            if (line.Record is Person) people++;
        }
        #endregion

        Assert.Equal(1, people);
    }
}
