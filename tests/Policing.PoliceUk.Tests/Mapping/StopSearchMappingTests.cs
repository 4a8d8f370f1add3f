using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.Mapping;

public sealed class StopSearchMappingTests
{
    [Fact]
    public async Task A_stop_becomes_a_stop_a_place_and_a_link()
    {
        var mapped = await MappedRows.StopsAsync(Stop());

        Assert.Equal(
            [
                """
                {"id":"urn:uuid:d5b29c81-c7ee-560d-b007-2f02f27f7fc8","type":"location","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk"},"collection":{"regime":"not-personal"},"kind":"anonymised-point","point":{"latitude":54.550002,"longitude":-1.200001,"anonymised":true}}
                """,
                """
                {"id":"urn:uuid:66e07d02-050b-5826-a8fd-2f707c3fbb26","type":"stop-search","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk","period":"2031-01","agency":{"scheme":"police","id":"cleveland"},"keyless":true},"collection":{"regime":"not-personal"},"kind":"person-search","at":"2031-01-02T03:04:00+00:00","partOfOperation":false,"subject":{"gender":"female","ageRange":"18-24","selfDefinedEthnicity":"W2","observedEthnicity":"white"},"legislation":"misuse-of-drugs-act-1971-s23","objectOfSearch":"controlled-drugs","outcome":"no-further-action","moreThanOuterClothing":true}
                """,
                """
                {"id":"urn:uuid:b1c10477-1744-5616-897b-f0f94f531345","type":"link","modelVersion":"1.0","from":{"id":"urn:uuid:66e07d02-050b-5826-a8fd-2f707c3fbb26","kind":"stop-search"},"to":{"id":"urn:uuid:d5b29c81-c7ee-560d-b007-2f02f27f7fc8","kind":"location"},"role":"occurred-at"}
                """,
            ],
            mapped.Json);
        Assert.Empty(mapped.Found);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("true", true)]
    [InlineData("1.0", true)]
    [InlineData("False", false)]
    [InlineData("0.0", false)]
    [InlineData("0", false)]
    [InlineData("", null)]
    public async Task Booleans_are_read_as_they_were_printed_over_the_years(string text, bool? value)
    {
        var stop = (await MappedRows.StopsAsync(Stop(part: text, linked: text, removal: text))).Only<StopSearch>();

        Assert.Equal((value, value, value), (stop.PartOfOperation, stop.OutcomeLinkedToObject, stop.MoreThanOuterClothing));
    }

    [Fact]
    public async Task A_boolean_in_other_words_rejects_the_row()
    {
        var mapped = await MappedRows.StopsAsync(Stop(part: "maybe"), Stop(linked: "2"), Stop(removal: "Yes"));

        Assert.Equal(3, mapped.Report.Rejected);
        Assert.Equal(["PSDK-PUK-0006 2:3", "PSDK-PUK-0006 3:14", "PSDK-PUK-0006 4:15"], mapped.Found);
    }

    [Theory]
    [InlineData("2031-06-30T23:30:00+00:00")]
    [InlineData("2031-07-01T00:30:00+01:00")]
    [InlineData("2031-07-01T00:30:00Z")]
    [InlineData("2031-07-01")]
    public async Task A_time_is_kept_as_it_was_written(string date)
    {
        var mapped = await MappedRows.StopsAsync(Stop(date: date));

        Assert.Contains($"\"at\":\"{date}\"", mapped.Json[1], StringComparison.Ordinal);
        Assert.Equal(PartialDateTime.FromText("2031-01"), mapped.Only<StopSearch>().Source!.Period);
        Assert.Empty(mapped.Found);
    }

    [Fact]
    public async Task A_time_that_is_none_is_kept_and_reported()
    {
        var mapped = await MappedRows.StopsAsync(Stop(date: "1 July, noon".Replace(",", "")), Stop(date: ""));

        Assert.Equal(["1 July noon", ""], mapped.All<StopSearch>().Select(s => s.At.Text));
        Assert.Equal(["PSDK-PUK-0112 2:2", "PSDK-PUK-0112 3:2"], mapped.Found);
    }

    [Fact]
    public async Task The_words_of_earlier_years_get_the_code_and_keep_their_words()
    {
        var stop = (await MappedRows.StopsAsync(Stop(selfDefined: "White - White Irish (W2)", outcome: "Suspect arrested", item: ""))).Only<StopSearch>();

        Assert.Equal(SelfDefinedEthnicity.From(new CodeParts { Code = "W2", Text = "White - White Irish (W2)" }), stop.Subject!.SelfDefinedEthnicity);
        Assert.Equal(StopSearchOutcome.From(new CodeParts { Code = "arrest", Text = "Suspect arrested" }), stop.Outcome);
        Assert.Null(stop.ObjectOfSearch);
    }

    [Fact]
    public async Task Words_in_no_list_are_kept_and_reported_with_their_columns()
    {
        var mapped = await MappedRows.StopsAsync(Stop("a", gender: "b", age: "c", selfDefined: "d", observed: "e", legislation: "f", item: "g", outcome: "h"));

        Assert.Equal(
            [
                "PSDK-PUK-0103 2:1", "PSDK-PUK-0103 2:7", "PSDK-PUK-0103 2:8", "PSDK-PUK-0103 2:9", "PSDK-PUK-0103 2:10", "PSDK-PUK-0103 2:11",
                "PSDK-PUK-0103 2:12", "PSDK-PUK-0102 2:13",
            ],
            mapped.Found.OrderBy(f => int.Parse(f.Split(':')[1])));
        var stop = mapped.Only<StopSearch>();
        Assert.Equal(("a", "b", "h"), (stop.Kind!.Text, stop.Subject!.Gender!.Text, stop.Outcome!.Text));
    }

    [Fact]
    public async Task Of_a_vehicle_alone_there_is_no_subject_and_without_coordinates_no_place()
    {
        var mapped = await MappedRows.StopsAsync(
            Stop("Vehicle search", gender: "", age: "", selfDefined: "", observed: "", latitude: "", longitude: "", operation: "Operation Synthetic", part: "True"));

        var stop = Assert.IsType<StopSearch>(Assert.Single(mapped.Records));
        Assert.Null(stop.Subject);
        Assert.Equal((true, "Operation Synthetic"), (stop.PartOfOperation, stop.Operation));
        Assert.Equal(["PSDK-PUK-0106 2:6"], mapped.Found);
    }

    [Theory]
    [InlineData("stops.csv")]
    [InlineData("2031-01-nowhere-stop-and-search.csv")]
    public async Task Without_a_force_in_the_file_name_there_is_no_controller(string name)
    {
        var mapped = await MappedRows.StopsAsync(name, [Stop()]);

        Assert.All(mapped.Records, r => Assert.True(r.Controllers.IsEmpty));
        Assert.Equal(["PSDK-PUK-0105 2:0"], mapped.Found);
        Assert.DoesNotContain(mapped.Json, json => json.Contains("nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_with_half_a_point_is_rejected()
    {
        var mapped = await MappedRows.StopsAsync(Stop(latitude: ""), Stop(longitude: ""));

        Assert.Equal(["PSDK-PUK-0002 2:5", "PSDK-PUK-0002 3:6"], mapped.Found);
        Assert.Empty(mapped.Records);
    }

    [Fact]
    public async Task Equal_rows_are_stops_of_their_own()
    {
        var mapped = await MappedRows.StopsAsync(Stop(), Stop());

        Assert.Equal(2, mapped.All<StopSearch>().Select(s => s.Id).Distinct().Count());
        Assert.Single(mapped.All<Location>());
        Assert.Empty(mapped.Found);
    }
}
