using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.Mapping;

/// <summary>Street rows. The ids in here were computed by another program from the key texts in docs/mapping-data-police-uk.md.</summary>
public sealed class StreetMappingTests
{
    private const string Place =
        """
        {"id":"urn:uuid:50a56884-d08c-59a7-afc8-d4901c9c595e","type":"location","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk"},"collection":{"regime":"not-personal"},"kind":"anonymised-point","description":"On or near High Street","point":{"latitude":54.550002,"longitude":-1.200001,"anonymised":true},"areas":[{"scheme":"lsoa","code":"E01000001","name":"Anytown 001A"}]}
        """;

    [Fact]
    public async Task A_crime_becomes_a_crime_a_place_and_a_link()
    {
        var mapped = await MappedRows.StreetAsync(Street());

        Assert.Equal(
            [
                Place,
                """
                {"id":"urn:uuid:afeac9d0-c90c-5ed4-b0e2-a8cca46b2ead","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk","reference":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","period":"2031-01","agency":{"scheme":"police","id":"cleveland"}},"collection":{"regime":"not-personal"},"classifications":[{"category":"burglary"}],"latestOutcome":{"category":"under-investigation"}}
                """,
                """
                {"id":"urn:uuid:3dbd7ece-7ff2-5b87-a6f8-5bfc1860ed17","type":"link","modelVersion":"1.0","from":{"id":"urn:uuid:afeac9d0-c90c-5ed4-b0e2-a8cca46b2ead","kind":"crime"},"to":{"id":"urn:uuid:50a56884-d08c-59a7-afc8-d4901c9c595e","kind":"location"},"role":"occurred-at"}
                """,
            ],
            mapped.Json);
        Assert.Empty(mapped.Found);
    }

    [Fact]
    public async Task Anti_social_behaviour_has_no_key_and_no_outcome()
    {
        var mapped = await MappedRows.StreetAsync(Street(id: "", type: "Anti-social behaviour", outcome: "", context: "In short"));

        Assert.Equal(
            [
                Place,
                """
                {"id":"urn:uuid:6ab25d5a-5158-5607-884b-acd8e9e98659","type":"anti-social-behaviour","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk","period":"2031-01","agency":{"scheme":"police","id":"cleveland"},"keyless":true},"collection":{"regime":"not-personal"},"context":"In short"}
                """,
                """
                {"id":"urn:uuid:560381fe-6b24-5785-be4c-36305c034ac8","type":"link","modelVersion":"1.0","from":{"id":"urn:uuid:6ab25d5a-5158-5607-884b-acd8e9e98659","kind":"anti-social-behaviour"},"to":{"id":"urn:uuid:50a56884-d08c-59a7-afc8-d4901c9c595e","kind":"location"},"role":"occurred-at"}
                """,
            ],
            mapped.Json);
    }

    [Fact]
    public async Task The_id_of_a_row_without_a_key_rests_on_the_file_and_the_row()
    {
        var row = Street(id: "", type: "Anti-social behaviour", outcome: "");
        var first = await MappedRows.StreetAsync(row, row);
        var packed = await MappedRows.StreetAsync("folder/2031-01/" + MappedRows.StreetName + ".gz", crimes: null, row);
        var other = await MappedRows.StreetAsync("2031-02-cleveland-street.csv", crimes: null, row);

        var ids = first.All<AntiSocialBehaviour>().Select(a => a.Id).ToList();
        Assert.NotEqual(ids[0], ids[1]);
        Assert.Equal(ids[0], packed.Only<AntiSocialBehaviour>().Id);
        Assert.NotEqual(ids[0], other.Only<AntiSocialBehaviour>().Id);
    }

    [Fact]
    public async Task Rows_of_one_key_are_records_of_their_own_and_share_their_place()
    {
        var mapped = await MappedRows.StreetAsync(Street(), Street(outcome: "Suspect charged"), Street());

        Assert.Equal(
            ["urn:uuid:afeac9d0-c90c-5ed4-b0e2-a8cca46b2ead", "urn:uuid:33a33ddd-bdbb-5f82-8d3d-12d017af4ccb"],
            mapped.All<Crime>().Take(2).Select(c => c.Id.Text));
        Assert.Equal(3, mapped.All<Crime>().Select(c => c.Id).Distinct().Count());
        Assert.Single(mapped.All<Location>());
        Assert.Equal(3, mapped.All<Link>().Select(l => l.Id).Distinct().Count());
        Assert.Equal(["PSDK-PUK-0109 3:0", "PSDK-PUK-0109 4:0"], mapped.Found);
    }

    [Theory]
    [InlineData("month")]
    [InlineData("type")]
    [InlineData("latitude")]
    [InlineData("longitude")]
    public async Task One_Crime_ID_on_rows_that_differ_is_no_repetition(string column)
    {
        var other = column switch
        {
            "month" => Street(month: "2030-12"),
            "type" => Street(type: "Robbery"),
            "latitude" => Street(latitude: "54.550003"),
            _ => Street(longitude: "-1.2000010"),
        };
        var mapped = await MappedRows.StreetAsync(Street(), other);

        Assert.Equal(2, mapped.All<Crime>().Select(c => c.Id).Distinct().Count());
        Assert.Empty(mapped.Found);
        Assert.All(mapped.All<Crime>(), c => Assert.Equal(KnownId, c.Source!.Reference));
    }

    [Fact]
    public async Task Older_words_and_other_spellings_get_the_code_and_keep_their_words()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(type: "Violent crime", outcome: "No further action at this time"),
            Street(type: "BURGLARY", outcome: "Offender given penalty notice"));

        var crimes = mapped.All<Crime>();
        Assert.Equal(CrimeCategory.From(new CodeParts { Code = "violent-crime", Text = "Violent crime" }), crimes[0].Classifications.First!.Category);
        Assert.Equal(OutcomeCategory.From(new CodeParts { Code = "no-further-action", Text = "No further action at this time" }), crimes[0].LatestOutcome!.Category);
        Assert.Equal(CrimeCategory.From(new CodeParts { Code = "burglary", Text = "BURGLARY" }), crimes[1].Classifications.First!.Category);
        Assert.Equal(OutcomeCategory.PenaltyNoticeIssued, crimes[1].LatestOutcome!.Category);
        Assert.Empty(mapped.Found);
    }

    [Fact]
    public async Task Words_in_no_list_are_kept_and_reported()
    {
        var mapped = await MappedRows.StreetAsync(Street(type: "Kerb crawling", outcome: "Sent to the moon"));

        var crime = mapped.Only<Crime>();
        Assert.Equal(CrimeCategory.From(new CodeParts { Text = "Kerb crawling" }), crime.Classifications.First!.Category);
        Assert.Equal(OutcomeCategory.From(new CodeParts { Text = "Sent to the moon" }), crime.LatestOutcome!.Category);
        Assert.Equal(["PSDK-PUK-0101 2:10", "PSDK-PUK-0102 2:11"], mapped.Found);
    }

    [Fact]
    public async Task An_overlay_maps_words_and_names_as_the_hints_say()
    {
        var lists = ReferenceData.BuiltIn
            .WithOverlay("""{"id":"crime-category","codes":[{"code":"public-order","mappings":{"data.police.uk":["Kerb crawling"]}}]}"""u8.ToArray())
            .WithOverlay("""{"id":"agencies","codes":[{"code":"cleveland","aliases":["Anytown Police"]}]}"""u8.ToArray());
        var mapped = await MappedRows.StreetAsync(
            lists, MappedRows.StreetName, crimes: null, Street(type: "Kerb crawling", by: "Anytown Police", within: "Anytown Police"));

        var crime = mapped.Only<Crime>();
        Assert.Equal(CrimeCategory.From(new CodeParts { Code = "public-order", Text = "Kerb crawling" }), crime.Classifications.First!.Category);
        Assert.Equal("cleveland", crime.Controllers.First!.Id);
        Assert.Empty(mapped.Found);
    }

    [Fact]
    public async Task Where_there_is_no_location_none_is_made()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(longitude: "", latitude: "", location: "No Location", lsoaCode: "", lsoaName: ""),
            Street(longitude: "", latitude: "", location: "", lsoaCode: "", lsoaName: ""));

        Assert.Equal(2, mapped.Records.Count);
        Assert.All(mapped.Records, r => Assert.IsType<Crime>(r));
        Assert.Equal(["PSDK-PUK-0106 2:5", "PSDK-PUK-0106 3:5", "PSDK-PUK-0109 3:0"], mapped.Found);
    }

    [Fact]
    public async Task A_place_in_words_alone_gets_no_point()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(longitude: "", latitude: "", location: "Somewhere in ANYTOWN", lsoaCode: "", lsoaName: ""),
            Street(longitude: "", latitude: "", location: "No Location"));

        var places = mapped.All<Location>();
        Assert.Equal((LocationKind.Described, "Somewhere in ANYTOWN"), (places[0].Kind, places[0].Description));
        Assert.All(places, p => Assert.Null(p.Point));
        Assert.Equal("E01000001", Assert.Single(places[1].Areas.ToArray()).Code);
        Assert.Equal(["PSDK-PUK-0107 2:5", "PSDK-PUK-0107 3:5", "PSDK-PUK-0109 3:0"], mapped.Found);
    }

    [Theory]
    [InlineData("-1.200010", "54.550000")]
    [InlineData("0", "0.0")]
    [InlineData("-123.4567890123456789", "54.5500000000000000000000001")]
    public async Task Coordinates_keep_the_digits_that_are_printed(string longitude, string latitude)
    {
        var mapped = await MappedRows.StreetAsync(Street(longitude: longitude, latitude: latitude));

        Assert.Contains($"\"latitude\":{latitude},\"longitude\":{longitude},", mapped.Json[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longitude_near_Greenwich_may_be_printed_with_an_exponent()
    {
        var mapped = await MappedRows.StreetAsync(Street(longitude: "-2e-05"));

        Assert.Equal(-0.00002m, mapped.Only<Location>().Point!.Longitude);
    }

    [Fact]
    public async Task A_place_far_from_the_others_is_reported_at_each_row_and_kept()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(latitude: "51.549"), Street(), Street(id: "b"), Street(latitude: "52.551"), Street(id: "c", latitude: "51.549"),
            Street(longitude: "2.31"), Street(longitude: "2.29"));

        Assert.Equal(["PSDK-PUK-0108 2:5", "PSDK-PUK-0108 6:5", "PSDK-PUK-0108 7:5"], mapped.Found);
        Assert.Equal(7, mapped.All<Link>().Count);
    }

    [Fact]
    public async Task A_force_without_an_area_of_its_own_has_no_far_places()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(by: "British Transport Police", within: "British Transport Police"),
            Street(by: "British Transport Police", within: "British Transport Police", latitude: "51.5"));

        Assert.Empty(mapped.Found);
        Assert.Equal("btp", mapped.All<Crime>()[0].Controllers.First!.Id);
    }

    [Fact]
    public async Task The_force_whose_area_it_was_stands_only_where_it_is_another()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(within: "Durham Constabulary"), Street(within: "Cleveland"), Street(within: ""), Street(within: "Anytown Police"));

        Assert.Equal(["durham", null, null, null], mapped.All<Crime>().Select(c => c.ForceArea?.Id));
        Assert.Equal("Anytown Police", mapped.All<Crime>()[3].ForceArea!.Name);
        Assert.Contains("PSDK-PUK-0104 5:4", mapped.Found);
    }

    [Fact]
    public async Task A_force_that_is_not_in_the_register_keeps_its_name()
    {
        var mapped = await MappedRows.StreetAsync(
            Street(by: "Anytown Police", within: "Anytown Police"), Street(by: "Cleveland", within: "Cleveland"), Street(by: "", within: ""));

        var crimes = mapped.All<Crime>();
        Assert.Equal(new Agency { Name = "Anytown Police" }, Assert.Single(crimes[0].Controllers.ToArray()));
        Assert.Equal(crimes[0].Controllers.First, crimes[0].Source!.Agency);
        Assert.Equal(new Agency { Scheme = AgencyScheme.Police, Id = "cleveland", Name = "Cleveland" }, crimes[1].Controllers.First);
        Assert.True(crimes[2].Controllers.IsEmpty);
        Assert.Equal(["PSDK-PUK-0104 2:3", "PSDK-PUK-0109 3:0", "PSDK-PUK-0105 4:3", "PSDK-PUK-0109 4:0"], mapped.Found);
    }

    [Theory]
    [InlineData("PSDK-PUK-0001", 2, "2031-13")]
    [InlineData("PSDK-PUK-0001", 2, "Jan-31")]
    [InlineData("PSDK-PUK-0001", 2, "2031")]
    [InlineData("PSDK-PUK-0001", 2, "")]
    public Task A_row_without_a_month_is_rejected(string rule, int column, string month) => IsRejected(rule, column, Street(month: month));

    [Theory]
    [InlineData("PSDK-PUK-0002", 5, "", "54.55")]
    [InlineData("PSDK-PUK-0002", 6, "-1.2", "")]
    [InlineData("PSDK-PUK-0002", 5, "one", "54.55")]
    [InlineData("PSDK-PUK-0002", 6, "-1.2", "nan")]
    [InlineData("PSDK-PUK-0002", 6, "-1.2", "54.55N")]
    public Task A_row_with_half_a_point_or_none_in_numbers_is_rejected(string rule, int column, string longitude, string latitude) =>
        IsRejected(rule, column, Street(longitude: longitude, latitude: latitude));

    [Fact]
    public Task A_row_without_a_crime_type_is_rejected() => IsRejected("PSDK-PUK-0003", 10, Street(type: ""));

    [Fact]
    public Task Anti_social_behaviour_with_an_outcome_is_rejected() => IsRejected("PSDK-PUK-0005", 11, Street(type: "Anti-social behaviour"));

    [Fact]
    public Task A_row_with_an_overlong_field_is_rejected() => IsRejected("PSDK-PUK-0007", 7, Street(location: new string('x', 16_001)));

    private static async Task IsRejected(string rule, int column, string row)
    {
        // The good rows after it are as if it had not been there.
        var mapped = await MappedRows.StreetAsync(row, Street());
        var alone = await MappedRows.StreetAsync(Street());

        Assert.Equal((2, 1, 1), (mapped.Report.Read, mapped.Report.Written, mapped.Report.Rejected));
        Assert.Equal([$"{rule} 2:{column}"], mapped.Found);
        Assert.Equal(alone.Json, mapped.Json);
    }
}
