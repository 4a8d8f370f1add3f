using System.Text.Json;

namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

/// <summary>The lists beside the data they were made from. Skipped where that data is not on the machine.</summary>
public sealed class ReferenceDataAgainstSourcesTests
{
    [Fact]
    public void Sex_has_the_codes_and_PNC_letters_of_the_justice_system()
    {
        var published = Rows("reference-lists/gender.json");
        var list = CodeListFolder.List("sex");
        Assert.Equal(published.Select(r => r["cjsCode"]).Order(), list.Codes.Select(c => c.Code).Order());
        Assert.All(published, row => Assert.Equal([row["pncCode"]], list.Code(row["cjsCode"]).MappedTo("pnc")));
        Assert.All(published, row => Assert.Equal(row["description"], list.Code(row["cjsCode"]).Label["en"], ignoreCase: true));
    }

    // A code of ours that the source has not is kebab-case; the words of result classes stand under cjs.
    [Theory]
    [InlineData("gender.json", "sex")]
    [InlineData("plea-status.json", "plea")]
    [InlineData("verdict.json", "verdict")]
    [InlineData("remand-status.json", "remand-status")]
    [InlineData("court-type.json", "court-type")]
    [InlineData("mode-of-trial-reason.json", "mode-of-trial")]
    [InlineData("offence-category.json", "offence-category")]
    [InlineData("duration-unit.json", "duration-unit")]
    [InlineData("result-class.json", "result-class")]
    [InlineData("type-of-hearing.json", "hearing-type")]
    [InlineData("summons.json", "summons-type")]
    [InlineData("qualifier.json", "offence-qualifier")]
    [InlineData("actual-offence-date.json", "offence-date-code")]
    public void A_list_of_the_justice_system_has_every_code_and_mapping_of_it(string file, string list)
    {
        var ours = CodeListFolder.List(list).Codes;
        // The source has a row for a caution without a code: it is an outcome here.
        var rows = Rows("reference-lists/" + file).Where(r => r["cjsCode"].Length > 0).ToList();
        foreach (var row in rows)
        {
            var code = Assert.Single(ours, c => c.Code == row["cjsCode"] || c.MappedTo("cjs").Contains(row["cjsCode"]));
            foreach (var (member, scheme) in new[] { ("pncCode", "pnc"), ("spiCode", "spi"), ("xhibitCode", "xhibit") })
            {
                if (row.TryGetValue(member, out var value) && value.Length > 0)
                {
                    Assert.Contains(value, code.MappedTo(scheme));
                }
            }
        }

        var published = rows.Select(r => r["cjsCode"]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(ours.Where(c => !char.IsAsciiLetterLower(c.Code[0]) && !published.Contains(c.Code)).Select(c => c.Code));
    }

    [Fact]
    public void Every_group_subgroup_and_category_of_the_offence_map_leads_to_a_code()
    {
        var rows = PublishedColumns.Rows(CodeListFolder.SharedData("reference-lists/CrimeCatMappings.csv")).ToList();
        var groups = CodeListFolder.List("offence-group").Codes;
        foreach (var column in new[] { "Offence_Group", "Offence_Subgroup" })
        {
            var texts = rows.Skip(1).Select(r => r[Array.IndexOf(rows[0], column)]).Distinct(StringComparer.Ordinal);
            Assert.All(texts, t => Assert.Single(groups, g => g.Label["en"] == t || g.MappedTo("home-office-tables").Contains(t)));
        }

        var categories = rows.Skip(1).Select(r => r[Array.IndexOf(rows[0], "Police.uk_Cat")]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(categories.Except(CodeListFolder.List("crime-category").Codes.Select(c => c.Label["en"]), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_region_with_telephone_numbers_is_a_country()
    {
        using var examples = JsonDocument.Parse(File.ReadAllText(CodeListFolder.SharedData("identifiers/libphonenumber-examples.mobile.json")));
        var regions = examples.RootElement.EnumerateObject().Select(r => r.Name).ToList();
        var countries = CodeListFolder.List("country").Codes.SelectMany(c => c.MappedTo("iso3166-alpha-2")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(regions);
        // Ascension and Tristan da Cunha are parts of SHN, and XK is the user-assigned code of Kosovo.
        Assert.Equal(["AC", "TA", "XK"], regions.Except(countries, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Offence_date_codes_are_those_of_the_justice_system()
    {
        var published = Rows("reference-lists/actual-offence-date.json");
        var list = CodeListFolder.List("offence-date-code");
        Assert.Equal(published.Select(r => r["cjsCode"]).Order(), list.Codes.Select(c => c.Code).Order());
        Assert.All(published, row => Assert.Equal(row["description"], list.Code(row["cjsCode"]).Label["en"], ignoreCase: true));
    }

    [Fact]
    public void Every_PNC_code_that_names_a_body_is_found_under_that_name()
    {
        var register = CodeListFolder.List("agencies").Codes;
        var bodies = Rows("reference-lists/forces.json")
            // Five characters are an organisation unit, and a reserved code names nobody.
            .Where(r => r["code"].Length == 2 && !r["name"].StartsWith("Reserved", StringComparison.Ordinal))
            .ToList();

        foreach (var body in bodies)
        {
            var agency = Assert.Single(register, a => (a.PncCodes ?? []).Any(p => p.Code == body["code"]));
            Assert.Contains(body["name"], agency.Label.Values.Concat(agency.Aliases ?? []), StringComparer.OrdinalIgnoreCase);
        }

        Assert.Equal(bodies.Select(b => b["code"]).Order(), register.SelectMany(a => a.PncCodes ?? []).Select(p => p.Code).Order());
    }

    [Fact]
    public void Every_force_of_the_archive_is_in_the_register_under_its_id_and_name()
    {
        var rows = PublishedColumns.Rows(CodeListFolder.SharedData("reference-lists/datasets-crime-uk-forces.csv")).Skip(1).ToList();
        Assert.Equal(44, rows.Count);
        var register = CodeListFolder.List("agencies");
        foreach (var row in rows)
        {
            var agency = register.Code(row[0].Trim('\uFEFF'));
            Assert.Equal(agency.Code, agency.PoliceUkId);
            Assert.Contains(row[1], agency.Label.Values.Concat(agency.Aliases ?? []));
        }
    }

    [Theory]
    [InlineData("street", "Crime type", "crime-category")]
    [InlineData("street", "Last outcome category", "outcome-category")]
    [InlineData("street", "Reported by", "agencies")]
    [InlineData("street", "Falls within", "agencies")]
    [InlineData("outcomes", "Outcome type", "outcome-category")]
    [InlineData("outcomes", "Reported by", "agencies")]
    [InlineData("outcomes", "Falls within", "agencies")]
    [InlineData("stop-and-search", "Type", "stop-search-type")]
    [InlineData("stop-and-search", "Gender", "gender")]
    [InlineData("stop-and-search", "Age range", "age-range")]
    [InlineData("stop-and-search", "Self-defined ethnicity", "ethnicity-self-defined")]
    [InlineData("stop-and-search", "Officer-defined ethnicity", "ethnicity-observed")]
    [InlineData("stop-and-search", "Legislation", "stop-search-legislation")]
    [InlineData("stop-and-search", "Object of search", "stop-search-object")]
    [InlineData("stop-and-search", "Outcome", "stop-search-outcome")]
    public void Every_value_of_a_coded_column_leads_to_a_code(string folder, string column, string list)
    {
        var values = PublishedColumns.Distinct(CodeListFolder.SharedData("police-uk/" + folder), column);
        Assert.NotEmpty(values);
        Assert.Empty(values.Except(CodeListFolder.List(list).KnownTexts(), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_category_and_outcome_of_a_recorded_API_answer_leads_to_a_code()
    {
        using var answer = JsonDocument.Parse(File.ReadAllText(CodeListFolder.SharedData("police-uk-api/AA3_all_crime.json")));
        var crimes = answer.RootElement.EnumerateArray().ToList();
        var categories = crimes.Select(c => c.GetProperty("category").GetString()!).ToHashSet(StringComparer.Ordinal);
        var outcomes = crimes.Select(c => c.GetProperty("outcome_status")).Where(o => o.ValueKind == JsonValueKind.Object)
            .Select(o => o.GetProperty("category").GetString()!).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(categories);
        Assert.NotEmpty(outcomes);
        Assert.Empty(categories.Except(CodeListFolder.List("crime-category").Codes.Select(c => c.Code), StringComparer.Ordinal));
        Assert.Empty(outcomes.Except(CodeListFolder.List("outcome-category").KnownTexts(), StringComparer.Ordinal));
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        var rows = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(CodeListFolder.SharedData(path)));
        Assert.NotNull(rows);
        Assert.NotEmpty(rows);
        return rows;
    }
}
