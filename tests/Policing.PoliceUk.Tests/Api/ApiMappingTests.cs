using System.Text;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Api;
using Policing.PoliceUk.Mapping;
using Policing.PoliceUk.Tests.Mapping;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>What becomes of answers in the model.</summary>
public class ApiMappingTests
{
    private const string Id = KnownId;

    private static readonly StreetCrime Burglary = new()
    {
        Category = "burglary",
        LocationType = "Force",
        Location = new() { Latitude = 54.550002m, Longitude = -1.200001m, Street = new() { Id = 900001, Name = "On or near High Street" } },
        Context = "",
        OutcomeStatus = new() { Category = "Under investigation", Date = PartialDateTime.FromMonth(2031, 2) },
        PersistentId = Id,
        Id = 7,
        LocationSubtype = "",
        Month = PartialDateTime.FromMonth(2031, 1),
    };

    private static readonly StreetCrime Nuisance = Burglary with { Category = "anti-social-behaviour", OutcomeStatus = null, PersistentId = "", Id = 8 };

    private static readonly StreetOutcome Charged = new()
    {
        Category = new() { Code = "charged", Name = "Suspect charged" },
        Date = PartialDateTime.FromMonth(2031, 2),
        Crime = Burglary with { OutcomeStatus = null },
    };

    private static readonly StreetStop Stopped = new()
    {
        Kind = "Person search",
        InvolvedPerson = true,
        At = PartialDateTime.FromText("2031-01-02T03:04:00+00:00"),
        Operation = false,
        Location = Burglary.Location,
        Gender = "Female",
        AgeRange = "18-24",
        SelfDefinedEthnicity = "White - Irish",
        OfficerDefinedEthnicity = "White",
        Legislation = "Misuse of Drugs Act 1971 (section 23)",
        ObjectOfSearch = "Controlled drugs",
        Outcome = "A no further action disposal",
        OutcomeObject = new() { Id = "bu-no-further-action", Name = "A no further action disposal" },
        MoreThanOuterClothing = true,
    };

    [Fact]
    public void A_crime_becomes_a_place_a_crime_and_a_link()
    {
        var mapped = new ApiMapping().Map([Burglary], PoliceAgency.Cleveland);

        var location = Assert.IsType<Location>(mapped.Records[0]);
        Assert.Equal(
            [
                """
                {"id":"LOCATION","type":"location","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk","reference":"900001"},"collection":{"regime":"not-personal"},"kind":"anonymised-point","description":"On or near High Street","point":{"latitude":54.550002,"longitude":-1.200001,"anonymised":true}}
                """,
                """
                {"id":"urn:uuid:afeac9d0-c90c-5ed4-b0e2-a8cca46b2ead","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk","reference":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","period":"2031-01","agency":{"scheme":"police","id":"cleveland"}},"collection":{"regime":"not-personal"},"classifications":[{"category":"burglary"}],"latestOutcome":{"category":"under-investigation","asOf":"2031-02"}}
                """,
            ],
            mapped.Records.Take(2).Select(r => Json(r).Replace(location.Id.Text, "LOCATION", StringComparison.Ordinal)));
        var link = Assert.IsType<Link>(mapped.Records[2]);
        Assert.Equal((mapped.Records[1].Id, location.Id, LinkRole.OccurredAt), (link.From!.Id, link.To!.Id, link.Role));
        Assert.Empty(mapped.Findings);
    }

    [Fact]
    public async Task What_has_a_persistent_id_has_the_id_that_the_archive_gives()
    {
        var row = await MappedRows.StreetAsync(Street());
        var outcomeRow = await MappedRows.OutcomesAsync(new CrimeIndex(), Columns.Outcome());

        var answer = new ApiMapping().Map([Burglary]);
        var outcomes = new ApiMapping().Map([Charged]);

        Assert.Equal(row.Only<Crime>().Id, answer.Records.OfType<Crime>().Single().Id);
        Assert.Equal(row.Only<Crime>().Id, outcomes.Records.OfType<Crime>().Single().Id);
        Assert.Equal(outcomeRow.Only<CrimeOutcome>().Id, outcomes.Records.OfType<CrimeOutcome>().Single().Id);
    }

    [Fact]
    public async Task Rows_that_differ_in_nothing_have_the_ids_that_the_archive_gives_them()
    {
        var rows = await MappedRows.StreetAsync(Street(), Street(), Street());

        var answer = new ApiMapping().Map([Burglary, Burglary, Burglary]);

        Assert.Equal(rows.All<Crime>().Select(c => c.Id), answer.Records.OfType<Crime>().Select(c => c.Id));
        Assert.Equal(2, answer.Findings.Single(f => f.Rule == PoliceUkRules.RepeatedRow).Count);
    }

    [Fact]
    public async Task A_place_without_an_area_of_the_statistics_has_the_id_that_the_archive_gives_one()
    {
        var row = await MappedRows.StreetAsync(Street(lsoaCode: "", lsoaName: ""));

        Assert.Equal(row.Only<Location>().Id, new ApiMapping().Map([Burglary]).Records.OfType<Location>().Single().Id);
    }

    [Fact]
    public void Anti_social_behaviour_has_no_key_and_is_told_apart_by_the_number_of_the_publication()
    {
        var mapping = new ApiMapping();

        var mapped = mapping.Map([Nuisance, Nuisance with { Id = 9 }]);
        var again = mapping.Map([Nuisance]);

        var found = mapped.Records.OfType<AntiSocialBehaviour>().ToArray();
        Assert.Equal(2, found.DistinctBy(r => r.Id).Count());
        Assert.All(found, r => Assert.Equal((true, null), (r.Source!.Keyless, r.Source.Reference)));
        Assert.Equal((1, 0, 0), (again.Elements, again.Mapped, again.Rejected));
        Assert.Equal(1, again.Repeated);
        Assert.Empty(again.Records);
    }

    [Fact]
    public void British_Transport_Police_is_told_by_the_kind_of_place()
    {
        var mapped = new ApiMapping().Map([Burglary with { LocationType = "BTP", LocationSubtype = "STATION" }]);

        Assert.Equal("btp", mapped.Records.OfType<Crime>().Single().Controllers[0].Id);
        Assert.Equal(["PSDK-PUK-0114"], mapped.Findings.Select(f => f.Rule.Id));
    }

    [Fact]
    public void Without_a_force_no_controller_is_made_up()
    {
        var mapped = new ApiMapping().Map([Burglary]);

        Assert.All(mapped.Records, r => Assert.True(r.Controllers.IsEmpty));
        Assert.Equal([("PSDK-PUK-0113", 1L, 1L)], mapped.Findings.Select(f => (f.Rule.Id, f.Count, f.Places[0].Line)));
    }

    [Fact]
    public void An_outcome_is_linked_to_its_crime_which_is_written_once()
    {
        var mapping = new ApiMapping();
        var crimes = mapping.Map([Burglary]);

        var mapped = mapping.Map([Charged, Charged with { Category = new() { Code = "fined" } }]);

        Assert.Equal(["crime-outcome", "link", "crime-outcome", "link"], mapped.Records.Select(r => r.Type));
        Assert.All(mapped.Records.OfType<Link>(), link => Assert.Equal(crimes.Records.OfType<Crime>().Single().Id, link.To!.Id));
        Assert.Equal(["charged", "fined"], mapped.Records.OfType<CrimeOutcome>().Select(o => o.Category!.Code));
    }

    [Fact]
    public void A_history_is_the_crime_and_each_of_its_outcomes()
    {
        var mapped = new ApiMapping().Map(new CrimeHistory
        {
            Crime = Charged.Crime,
            Outcomes = [Charged with { Crime = null, PersonId = 3 }, Charged with { Crime = null, Date = PartialDateTime.FromMonth(2031, 3) }],
        });

        Assert.Single(mapped.Records.OfType<Crime>());
        Assert.Equal(2, mapped.Records.OfType<CrimeOutcome>().Count());
        Assert.Equal(2, mapped.Records.OfType<Link>().Count(l => l.Role == LinkRole.OutcomeOf));
        // The number of the person is not passed on, and that is said.
        Assert.Equal(1, mapped.Findings.Single(f => f.Rule == PoliceUkRules.MembersNotMapped).Count);
    }

    [Fact]
    public void An_outcome_without_a_crime_is_kept_and_linked_to_nothing()
    {
        var mapped = new ApiMapping().Map([Charged with { Crime = null }]);

        Assert.Equal((true, "charged"), mapped.Records.OfType<CrimeOutcome>().Single() is var o ? (o.Source!.Keyless == true, o.Category!.Code) : default);
        Assert.Contains(mapped.Findings, f => f.Rule == PoliceUkRules.OutcomeOfNothing);
    }

    [Fact]
    public async Task A_stop_says_what_the_archive_says_of_it()
    {
        var row = (await MappedRows.StopsAsync(Stop())).Only<StopSearch>();

        var mapped = new ApiMapping().Map([Stopped], new DataMonth(2031, 1), PoliceAgency.Cleveland);

        var stop = mapped.Records.OfType<StopSearch>().Single();
        Assert.NotEqual(row.Id, stop.Id);
        Assert.Equal(Json(row with { Id = stop.Id }), Json(stop));
    }

    [Fact]
    public void Equal_stops_are_each_a_record_and_the_same_answer_gives_the_same_ids()
    {
        ValueList<StreetStop> stops = [Stopped, Stopped, Stopped with { Location = null }, Stopped with { Outcome = "false", OutcomeObject = null }];

        var first = new ApiMapping().Map(stops, new DataMonth(2031, 1));
        var second = new ApiMapping().Map(stops, new DataMonth(2031, 1));

        Assert.Equal(4, first.Records.OfType<StopSearch>().DistinctBy(s => s.Id).Count());
        Assert.Equal(first.Records.Select(r => r.Id), second.Records.Select(r => r.Id));
        Assert.Equal("false", first.Records.OfType<StopSearch>().Last().Outcome!.Text);
        Assert.Contains(first.Findings, f => f.Rule == PoliceUkRules.UnlistedOutcome);
        Assert.Contains(first.Findings, f => f.Rule == PoliceUkRules.NoLocation);
    }

    [Fact]
    public void What_cannot_be_mapped_is_rejected_counted_and_located()
    {
        ValueList<StreetCrime> crimes =
        [
            Burglary,
            Burglary with { Category = null },
            Burglary with { Month = PartialDateTime.FromText("Jan") },
            Burglary with { Location = new() { Latitude = 1 } },
            Burglary with { Context = new string('x', 16_001) },
            Nuisance with { OutcomeStatus = Burglary.OutcomeStatus },
        ];

        var mapped = new ApiMapping().Map(crimes, PoliceAgency.Cleveland);

        Assert.Equal((6, 1, 5, 0), (mapped.Elements, mapped.Mapped, mapped.Rejected, mapped.Repeated));
        Assert.Equal(
            [("PSDK-PUK-0001", 3L), ("PSDK-PUK-0002", 4L), ("PSDK-PUK-0003", 2L), ("PSDK-PUK-0005", 6L), ("PSDK-PUK-0007", 5L)],
            mapped.Findings.Select(f => (f.Rule.Id, f.Places[0].Line)));
    }

    [Fact]
    public void Words_in_no_list_are_kept()
    {
        var mapped = new ApiMapping().Map(
            [Burglary with { Category = "new-crime", OutcomeStatus = new() { Category = "New outcome" } }], PoliceAgency.Cleveland);

        var crime = mapped.Records.OfType<Crime>().Single();
        Assert.Equal(("new-crime", "New outcome"), (crime.Classifications[0].Category!.Text, crime.LatestOutcome!.Category!.Text));
        Assert.Equal(["PSDK-PUK-0101", "PSDK-PUK-0102"], mapped.Findings.Select(f => f.Rule.Id));
    }

    [Fact]
    public void A_place_without_coordinates_is_described_and_no_point_is_made_up()
    {
        var mapped = new ApiMapping().Map([Burglary with { Location = new() { Street = new() { Name = "Somewhere" } } }, Burglary with { Location = new() }]);

        var location = Assert.Single(mapped.Records.OfType<Location>());
        Assert.Equal((LocationKind.Described, null), (location.Kind, location.Point));
        Assert.Contains(mapped.Findings, f => f.Rule == PoliceUkRules.NoPoint);
        Assert.Contains(mapped.Findings, f => f.Rule == PoliceUkRules.NoLocation);
    }

    [Fact]
    public void Every_point_is_marked_as_anonymised_and_the_bundle_notes_the_licence()
    {
        var mapping = new ApiMapping();
        var bundle = mapping.Map([Burglary, Nuisance]).ToBundle(OperationalStatus.Test);

        Assert.All(bundle.Records.OfType<Location>(), l => Assert.True(l.Point!.Anonymised));
        Assert.True(bundle.Extensions.TryGetValue(PoliceUkLicence.Address, out var note));
        Assert.Equal(PoliceUkLicence.Attribution, note.Data.Element.GetProperty("attribution").GetString());
        Assert.All(bundle.Records.Where(r => r is not Link), r => Assert.Equal("data.police.uk", r.Source!.System));
    }

    [Fact]
    public void A_bundle_of_all_that_can_be_mapped_is_valid()
    {
        var mapping = new ApiMapping();
        MappedRecords[] parts =
        [
            mapping.Map([Burglary, Burglary, Nuisance, Burglary with { Location = null, PersistentId = new string('a', 64) }], PoliceAgency.Cleveland),
            mapping.Map([Charged, Charged with { Date = PartialDateTime.FromMonth(2031, 3) }]),
            mapping.Map([Stopped, Stopped], new DataMonth(2031, 1), PoliceAgency.Cleveland),
        ];
        var bundle = parts[0].ToBundle(OperationalStatus.Test) with { Records = ValueList.From(parts.SelectMany(p => p.Records)) };

        var report = new PolicingValidator(new() { Time = new FakeTimeProvider(new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero)) }).Read(PoliceJson.Write(bundle)).Report;

        Assert.Empty(report.Findings.Where(f => f.Severity >= Severity.Warning).Select(f => f.ToString()));
    }

    [Fact]
    public void A_real_month_is_mapped_without_loss()
    {
        var crimes = (ValueList<StreetCrime>)AnswerSamples.All["crimes"].Read(
            File.ReadAllBytes(Path.Combine(RecordedAnswerTests.Folder(), "AA3_all_crime.json")), out _);

        var mapped = new ApiMapping().Map(crimes);

        Assert.Equal((469, 0, 0), (mapped.Mapped, mapped.Rejected, mapped.Repeated));
        Assert.Equal(298, mapped.Records.OfType<Crime>().Count());
        Assert.Equal(171, mapped.Records.OfType<AntiSocialBehaviour>().Count());
        Assert.Equal(469, mapped.Records.OfType<Link>().Count());
        // Three are of British Transport Police, whose kinds of place the model does not have.
        Assert.Equal([("PSDK-PUK-0113", 466L), ("PSDK-PUK-0114", 3L)], mapped.Findings.Select(f => (f.Rule.Id, f.Count)));
        Assert.Equal(
            crimes.Where(c => c.PersistentId!.Length > 0).Select(c => c.PersistentId),
            mapped.Records.OfType<Crime>().Select(c => c.Source!.Reference).Where(r => r is not null));
    }

    private static string Json(PoliceRecord record) => Encoding.UTF8.GetString(PoliceJson.Write(record));
}
