using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Mapping;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.Mapping;

/// <summary>Outcome rows and their links. The ids were computed by another program from the documented key texts.</summary>
public sealed class OutcomeMappingTests
{
    private const string Outcome1 =
        """
        {"id":"urn:uuid:ec29e7a5-38f8-5768-991f-02ce0adf9e4e","type":"crime-outcome","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"source":{"system":"data.police.uk","period":"2031-02","agency":{"scheme":"police","id":"cleveland"}},"collection":{"regime":"not-personal"},"category":"charged","date":"2031-02"}
        """;

    [Fact]
    public async Task An_outcome_whose_crime_is_not_at_hand_is_linked_to_its_Crime_ID()
    {
        var mapped = await MappedRows.OutcomesAsync(new CrimeIndex(), Outcome());

        Assert.Equal(
            [
                Outcome1,
                """
                {"id":"urn:uuid:ddf9697d-f103-598c-90c0-fc91fa6a272c","type":"link","modelVersion":"1.0","from":{"id":"urn:uuid:ec29e7a5-38f8-5768-991f-02ce0adf9e4e","kind":"crime-outcome"},"to":{"reference":{"system":"data.police.uk","value":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},"kind":"crime"},"role":"outcome-of"}
                """,
                """
                {"id":"urn:uuid:a9a4f650-a16f-5435-9234-a87ae27c288b","type":"link","modelVersion":"1.0","controllers":[{"scheme":"police","id":"cleveland"}],"collection":{"regime":"not-personal"},"from":{"reference":{"system":"data.police.uk","value":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},"kind":"crime"},"to":{"id":"urn:uuid:50a56884-d08c-59a7-afc8-d4901c9c595e","kind":"location"},"role":"occurred-at"}
                """,
            ],
            mapped.Json.Skip(1));
        Assert.Empty(mapped.Found);
    }

    [Fact]
    public async Task An_outcome_whose_one_crime_was_read_is_linked_to_that_record()
    {
        var crimes = await CrimesOf(Street());
        var mapped = await MappedRows.OutcomesAsync(crimes, Outcome());

        Assert.Equal(
            [
                Outcome1,
                """
                {"id":"urn:uuid:25ef2ac5-8807-5642-99f4-d64532d93401","type":"link","modelVersion":"1.0","from":{"id":"urn:uuid:ec29e7a5-38f8-5768-991f-02ce0adf9e4e","kind":"crime-outcome"},"to":{"id":"urn:uuid:afeac9d0-c90c-5ed4-b0e2-a8cca46b2ead","kind":"crime"},"role":"outcome-of"}
                """,
                """
                {"id":"urn:uuid:3dbd7ece-7ff2-5b87-a6f8-5bfc1860ed17","type":"link","modelVersion":"1.0","from":{"id":"urn:uuid:afeac9d0-c90c-5ed4-b0e2-a8cca46b2ead","kind":"crime"},"to":{"id":"urn:uuid:50a56884-d08c-59a7-afc8-d4901c9c595e","kind":"location"},"role":"occurred-at"}
                """,
            ],
            mapped.Json.Skip(1));
    }

    [Fact]
    public async Task An_outcome_that_fits_several_crimes_is_linked_to_none_of_them()
    {
        var crimes = await CrimesOf(Street(), Street(latitude: "54.6"));
        var mapped = await MappedRows.OutcomesAsync(crimes, Outcome());

        var ends = new[] { mapped.All<Link>()[0].To!, mapped.All<Link>()[1].From! };
        Assert.All(ends, end => Assert.Equal(("crime", true, KnownId), (end.Kind, end.Id.IsAbsent, end.Reference!.Value)));
        Assert.Equal(["PSDK-PUK-0110 2:1"], mapped.Found);
    }

    [Fact]
    public async Task An_outcome_without_a_Crime_ID_stands_alone()
    {
        var mapped = await MappedRows.OutcomesAsync(new CrimeIndex(), Outcome(id: ""));

        Assert.True(mapped.Only<CrimeOutcome>().Source!.Keyless);
        Assert.Empty(mapped.All<Link>());
        Assert.Equal(["PSDK-PUK-0111 2:1"], mapped.Found);
    }

    [Fact]
    public async Task A_crime_with_two_outcomes_stands_at_its_place_once()
    {
        var mapped = await MappedRows.OutcomesAsync(new CrimeIndex(), Outcome(), Outcome(type: "Offender fined"), Outcome());

        Assert.Equal(3, mapped.All<CrimeOutcome>().Select(o => o.Id).Distinct().Count());
        Assert.Single(mapped.All<Location>());
        Assert.Equal(["outcome-of", "occurred-at", "outcome-of", "outcome-of"], mapped.All<Link>().Select(l => l.Role!.Code));
        Assert.Equal(["PSDK-PUK-0109 4:0"], mapped.Found);
    }

    [Fact]
    public async Task Words_in_no_list_are_kept_and_reported()
    {
        var mapped = await MappedRows.OutcomesAsync(new CrimeIndex(), Outcome(type: "Sent to the moon", longitude: "", latitude: "", location: "No Location", lsoaCode: "", lsoaName: ""));

        Assert.Equal(OutcomeCategory.From(new CodeParts { Text = "Sent to the moon" }), mapped.Only<CrimeOutcome>().Category);
        Assert.Single(mapped.All<Link>());
        Assert.Equal(["PSDK-PUK-0102 2:10", "PSDK-PUK-0106 2:5"], mapped.Found);
    }

    [Theory]
    [InlineData("PSDK-PUK-0001", 2, "2031-1", "Suspect charged", "54.55")]
    [InlineData("PSDK-PUK-0002", 6, "2031-01", "Suspect charged", "north")]
    [InlineData("PSDK-PUK-0004", 10, "2031-01", "", "54.55")]
    public async Task A_row_that_cannot_be_mapped_is_rejected(string rule, int column, string month, string type, string latitude)
    {
        var mapped = await MappedRows.OutcomesAsync(new CrimeIndex(), Outcome(month: month, type: type, latitude: latitude), Outcome());

        Assert.Equal((2, 1, 1), (mapped.Report.Read, mapped.Report.Written, mapped.Report.Rejected));
        Assert.Equal([$"{rule} 2:{column}"], mapped.Found);
    }

    private static async Task<CrimeIndex> CrimesOf(params string[] rows)
    {
        var crimes = new CrimeIndex();
        crimes.Begin(1);
        await MappedRows.StreetAsync(MappedRows.StreetName, crimes, rows);
        return crimes;
    }
}
