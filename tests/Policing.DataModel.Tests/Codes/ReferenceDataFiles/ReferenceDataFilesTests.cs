using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

/// <summary>What must hold of every file in schemas/reference-data, and of the two with members of their own.</summary>
public sealed partial class ReferenceDataFilesTests
{
    private static readonly string[] RequiredLists =
    [
        "absent-reason", "age-range", "agencies", "agency-scheme", "ammunition-type", "area-scheme", "arrest-necessity",
        "arrest-reason", "asb-class", "asb-type", "automation-basis", "bail-outcome", "bail-type", "body-part", "build",
        "bundle-kind", "case-file-type", "challenge-kind", "challenge-outcome", "collision-severity", "colour", "complexion",
        "confidence-level", "contact-method", "controller-arrangement", "country", "court-type", "crime-cancellation-reason",
        "crime-category", "crime-outcome", "crime-recording-status", "crime-status", "currency", "custody-disposal",
        "custody-event", "custody-observation-level", "death-classification", "decision-stage", "defendant-presence",
        "detention-extension-kind", "device-kind", "disclosure-schedule", "disposal-method", "document-authenticity",
        "domestic-abuse-risk", "drug-class", "drug-form", "drug-schedule", "duration-unit", "employment-status",
        "english-fluency", "ethnicity-observed", "ethnicity-self-defined", "event-flag", "exhibit-movement", "eye-colour",
        "facial-hair", "feature-type", "finding-severity", "firearm-type", "force-reason", "gender", "hair-colour",
        "hair-style", "handedness", "hash-algorithm", "hate-strand", "hearing-type", "human-review-result",
        "identity-document-type", "injury-degree", "intelligence-action", "intelligence-assessment", "intelligence-handling",
        "intelligence-legacy-assessment", "intelligence-legacy-handling", "intelligence-legacy-source",
        "intelligence-sanitisation", "intelligence-source", "intelligence-stage", "investigation-status", "language",
        "lawful-basis", "link-role", "location-kind", "marital-status", "marker-type", "media-type", "message-action",
        "missing-circumstance", "missing-from", "missing-person-risk", "missing-return", "mode-of-trial", "name-type",
        "nationality", "nationality-acquisition", "observation-basis", "offence-category", "offence-date-code", "offence-group",
        "offence-initiation", "offence-qualifier", "online-platform-kind", "operational-status", "order-type",
        "organisation-identifier-type", "organisation-kind", "outcome-category", "payment-instrument-kind",
        "person-identifier-type", "person-title", "plea", "processing-regime", "profiling-extent", "property-category",
        "purpose", "quantity-unit", "receipt-status", "record-status", "religion", "remand-status", "response-grade",
        "restriction-ground", "result-class", "retention-group", "retention-scheme", "risk-assessment-tool", "risk-level",
        "safeguarding-action-kind", "safeguarding-concern-kind", "schedule-8-condition", "security-tier", "sex",
        "sexual-orientation", "special-measure", "statement-type", "stop-nature", "stop-search-legislation",
        "stop-search-object", "stop-search-outcome", "stop-search-type", "submission-channel", "summons-type",
        "support-need-type", "telephone-type", "unique-identifier-type", "use-of-force-tactic", "vehicle-body-shape",
        "vehicle-colour", "vehicle-fuel", "vehicle-registration-kind", "vehicle-use", "verdict", "verification-of-death",
        "victim-enhanced-rights", "warrant-type", "weapon-type",
    ];

    // Members that every code type has, so that no code may be called the same.
    private static readonly string[] ReservedNames =
    [
        "All", "Code", "Equals", "GetHashCode", "GetType", "IsBuiltIn", "Label", "List", "National", "Of", "Parse",
        "ReferenceEquals", "Text", "ToString", "TryParse", "Unknown",
    ];

    private static readonly string[] RecordKinds =
    [
        "person", "organisation", "vehicle", "telephone", "email-address", "online-account", "identity-document", "property",
        "device", "payment-instrument", "weapon", "media-item", "exhibit", "location", "incident", "crime", "crime-outcome",
        "anti-social-behaviour", "stop-search", "arrest", "custody", "charge", "intelligence-report", "missing-person-episode",
        "safeguarding-concern", "bail", "order", "warrant", "statement", "use-of-force", "road-traffic-collision", "sudden-death",
        "submission", "investigation", "case-file", "risk-assessment", "decision-record",
    ];

    private static readonly string[] AgencyKinds =
        ["territorial", "special", "law-enforcement", "crown-dependency", "other-body", "former"];

    private static readonly string[] DpaCategories = ["suspected", "convicted", "victim", "witness-or-other"];

    private static readonly string[] ProvenanceValues = ["verified", "unverified"];

    [Fact]
    public void Every_list_that_the_model_uses_is_there()
        => Assert.Empty(RequiredLists.Except(CodeListFolder.All.Select(l => l.Id), StringComparer.Ordinal));

    [Fact]
    public void A_list_says_what_it_is_and_where_it_was_read()
    {
        foreach (var list in CodeListFolder.All)
        {
            Assert.Equal(list.Id + ".json", list.FileName);
            Assert.Matches(KebabCase(), list.Id);
            Assert.Matches(PascalCase(), list.TypeName);
            Assert.Matches(YearAndMonth(), list.Edition);
            Assert.Contains(list.Provenance, ProvenanceValues);
            Assert.All(new[] { list.Title, list.Owner, list.Source }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.NotEmpty(list.Codes);
        }

        AssertUnique(CodeListFolder.All.Select(l => l.TypeName), "type name");
    }

    [Fact]
    public void A_file_is_plain_text_with_one_code_on_one_line()
    {
        foreach (var list in CodeListFolder.All)
        {
            Assert.DoesNotContain('\r', list.Text);
            Assert.DoesNotContain('\t', list.Text);
            Assert.DoesNotContain('\uFEFF', list.Text);
            Assert.EndsWith("}\n", list.Text, StringComparison.Ordinal);
            Assert.Equal(list.Codes.Count, list.Text.Split('\n').Count(l => l.StartsWith("    { \"code\": ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Codes_and_names_are_unique_and_names_can_be_members()
    {
        foreach (var list in CodeListFolder.All)
        {
            AssertUnique(list.Codes.Select(c => c.Code), $"code in {list.Id}");
            AssertUnique(list.Codes.Select(c => c.Name), $"name in {list.Id}");
            foreach (var code in list.Codes)
            {
                Assert.Matches(CodeText(), code.Code);
                Assert.Matches(PascalCase(), code.Name);
                Assert.NotEqual(list.TypeName, code.Name);
                Assert.DoesNotContain(code.Name, ReservedNames);
            }
        }
    }

    [Fact]
    public void A_code_has_an_English_label_and_known_languages_only()
    {
        foreach (var (list, code) in AllCodes())
        {
            Assert.True(code.Label.ContainsKey("en"), $"{list.Id} {code.Code} has no English label.");
            Assert.Empty(code.Label.Keys.Except(["en", "cy"], StringComparer.Ordinal));
            Assert.All(code.Label.Values, AssertTrimmed);
            Assert.All(new[] { code.Note, code.Group, code.Inverse }.OfType<string>(), AssertTrimmed);
        }
    }

    [Fact]
    public void Provenance_and_status_are_said_only_where_they_differ()
    {
        foreach (var (list, code) in AllCodes())
        {
            Assert.True(code.Provenance is null || (ProvenanceValues.Contains(code.Provenance) && code.Provenance != list.Provenance),
                $"{list.Id} {code.Code}: provenance.");
            Assert.True(code.Status is null or "retired", $"{list.Id} {code.Code}: status.");
        }
    }

    [Fact]
    public void Dates_are_days_and_in_order()
    {
        foreach (var (list, code) in AllCodes())
        {
            AssertPeriod(code.ValidFrom, code.ValidTo, $"{list.Id} {code.Code}");
            foreach (var pnc in code.PncCodes ?? [])
            {
                AssertPeriod(pnc.From, pnc.To, $"{list.Id} {code.Code} {pnc.Code}");
            }
        }
    }

    [Fact]
    public void What_replaces_a_code_is_in_force_in_the_same_list()
    {
        foreach (var (list, code) in AllCodes().Where(c => c.Code.ReplacedBy is not null))
        {
            Assert.Equal("retired", code.Status);
            Assert.Null(list.Code(code.ReplacedBy!).Status);
        }
    }

    [Fact]
    public void Mapped_values_are_there_and_not_said_twice()
    {
        foreach (var (list, code) in AllCodes())
        {
            foreach (var (scheme, values) in code.Mappings ?? new Dictionary<string, IReadOnlyList<string>>())
            {
                Assert.NotEmpty(values);
                AssertUnique(values, $"{scheme} value of {list.Id} {code.Code}");
                Assert.All(values, AssertTrimmed);
            }
        }
    }

    [Fact]
    public void What_data_police_uk_prints_leads_to_one_code()
    {
        foreach (var list in CodeListFolder.All)
        {
            AssertUnique(list.PrintedByPoliceUk().Select(p => p.Printed), $"data.police.uk value in {list.Id}");
            foreach (var (printed, code) in list.PrintedByPoliceUk())
            {
                Assert.DoesNotContain(list.Codes, other => other != code && other.Label["en"] == printed);
            }
        }
    }

    [Fact]
    public void Members_of_the_register_and_of_roles_stand_nowhere_else()
    {
        foreach (var (list, code) in AllCodes())
        {
            var register = code.Kind is not null || code.PncCodes is not null || code.OnsCode is not null
                || code.PoliceUkId is not null || code.Aliases is not null || code.Successors is not null;
            Assert.True(code.Fits is null || list.Id == "unique-identifier-type", $"{list.Id} {code.Code}");
            var role = code.Inverse is not null || code.DpaCategory is not null || code.SameKind is not null;
            Assert.True(!register || list.Id == "agencies", $"{list.Id} {code.Code}");
            Assert.True(!role || list.Id == "link-role", $"{list.Id} {code.Code}");
            Assert.True((code.From is null && code.To is null) || list.Id is "agencies" or "link-role", $"{list.Id} {code.Code}");
        }
    }

    [Fact]
    public void Home_Office_outcomes_are_0_to_22_each_in_a_group()
    {
        var outcomes = CodeListFolder.List("crime-outcome").Codes;
        Assert.Equal(Enumerable.Range(0, 23).Select(n => n.ToString(CultureInfo.InvariantCulture)), outcomes.Select(o => o.Code));
        Assert.DoesNotContain(outcomes, o => o.Group is null);
    }

    [Fact]
    public void A_subgroup_of_offences_names_a_group_of_the_same_list()
    {
        var list = CodeListFolder.List("offence-group");
        foreach (var subgroup in list.Codes.Where(c => c.Group is not null))
        {
            Assert.Null(list.Code(subgroup.Group!).Group);
        }
    }

    [Fact]
    public void An_agency_has_a_kind_and_what_it_names_resolves()
    {
        var register = CodeListFolder.List("agencies");
        foreach (var agency in register.Codes)
        {
            Assert.Contains(agency.Kind, AgencyKinds);
            Assert.Matches(KebabCase(), agency.Code);
            Assert.Equal(agency.Kind == "former", agency.Status == "retired");
            Assert.True(agency.OnsCode is null || OnsPoliceForceArea().IsMatch(agency.OnsCode), $"{agency.Code}: ONS code.");
            Assert.True(agency.PoliceUkId is null || agency.PoliceUkId == agency.Code, $"{agency.Code}: data.police.uk id.");
            AssertPeriod(agency.From?.GetString(), agency.To?.GetString(), agency.Code);
            Assert.All(agency.Successors ?? [], s => Assert.Null(register.Code(s).Status));
        }
    }

    [Fact]
    public void An_agency_is_found_by_one_PNC_code_ONS_code_or_spelling_only()
    {
        var agencies = CodeListFolder.List("agencies").Codes;
        var pncCodes = agencies.SelectMany(a => a.PncCodes ?? []).Select(p => p.Code).ToList();
        Assert.All(pncCodes, code => Assert.Matches(PncForceCode(), code));
        AssertUnique(pncCodes, "PNC code");
        AssertUnique(agencies.Select(a => a.OnsCode).OfType<string>(), "ONS code");

        var spellings = agencies.SelectMany(a => a.Label.Values.Concat(a.Aliases ?? [])).ToList();
        Assert.All(spellings, AssertTrimmed);
        Assert.Empty(spellings.GroupBy(s => s, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Forty_three_territorial_forces_of_England_and_Wales_have_all_three_codes()
    {
        var forces = CodeListFolder.List("agencies").Codes.Where(a => a.OnsCode is not null).ToList();
        Assert.Equal(43, forces.Count);
        Assert.All(forces, f => Assert.Equal("territorial", f.Kind));
        Assert.All(forces, f => Assert.NotEmpty(f.PncCodes ?? []));
        Assert.All(forces, f => Assert.Equal(f.Code, f.PoliceUkId));
    }

    [Fact]
    public void A_link_role_joins_known_kinds_and_reads_both_ways()
    {
        foreach (var role in CodeListFolder.List("link-role").Codes)
        {
            Assert.Matches(KebabCase(), role.Code);
            Assert.False(string.IsNullOrWhiteSpace(role.Inverse), $"{role.Code}: inverse.");
            AssertKinds(role.From, role.Code);
            AssertKinds(role.To, role.Code);
        }
    }

    [Fact]
    public void Every_type_of_record_can_be_joined()
    {
        var roles = CodeListFolder.List("link-role").Codes;
        Assert.Equal(37, RecordKinds.Length);
        Assert.Empty(RecordKinds.Except(roles.SelectMany(r => Kinds(r.From).Concat(Kinds(r.To))), StringComparer.Ordinal));
        Assert.All(RecordKinds, k => Assert.Contains(roles, r => Kinds(r.From).Contains("person") && Kinds(r.To).Contains(k)));
        // Bundles carry, links join, and a receipt names its bundle: none of them is joined.
        Assert.Empty(Policing.DataModel.Json.ModelTypes.All.Except([.. RecordKinds, "bundle", "link", "receipt"], StringComparer.Ordinal));
    }

    [Fact]
    public void What_reads_the_same_both_ways_joins_the_same_both_ways()
    {
        // A vehicle collides with what has no role of its own.
        var same = CodeListFolder.List("link-role").Codes.Where(r => r.SameKind is not null || (r.Inverse == r.Label["en"] && r.Code != "collided-with")).ToList();
        Assert.NotEmpty(same);
        Assert.All(same, r => Assert.Equal(Kinds(r.From), Kinds(r.To)));
        Assert.All(same, r => Assert.True(r.SameKind ?? true));
    }

    [Fact]
    public void A_relationship_is_between_people_and_stands_for_the_attribute_of_POLE()
    {
        var relationships = CodeListFolder.List("link-role").Codes.Where(r => r.Group == "relationship").ToList();
        Assert.True(relationships.Count > 70);
        Assert.All(relationships, r => Assert.Equal(["person"], Kinds(r.From)));
        Assert.All(relationships, r => Assert.Equal(["person"], Kinds(r.To)));
        Assert.All(relationships, r => Assert.NotEmpty(r.MappedTo("pole")));
        Assert.All(relationships, r => Assert.Null(r.DpaCategory));
    }

    [Fact]
    public void A_kind_of_number_fits_property_categories_that_there_are()
    {
        var categories = CodeListFolder.List("property-category").Codes.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var fitting = CodeListFolder.List("unique-identifier-type").Codes.Where(c => c.Fits is not null).ToList();
        Assert.NotEmpty(fitting);
        foreach (var kind in fitting)
        {
            Assert.NotEmpty(kind.Fits!);
            AssertUnique(kind.Fits!, $"category of {kind.Code}");
            Assert.Empty(kind.Fits!.Except(categories, StringComparer.Ordinal));
        }
    }

    // Schemes in which a text stands for one thing; the others are many-to-one by their nature, as the national computer's letters are.
    [Theory]
    [InlineData("ihub")]
    [InlineData("hmpps")]
    [InlineData("hmcts")]
    [InlineData("cjs")]
    [InlineData("spi")]
    [InlineData("xhibit")]
    [InlineData("e164")]
    [InlineData("icao")]
    [InlineData("iso639-1")]
    [InlineData("iso639-2b")]
    [InlineData("iso3166-alpha-2")]
    [InlineData("home-office-tables")]
    public void What_such_a_scheme_writes_leads_to_one_code(string scheme)
    {
        var used = CodeListFolder.All.Where(l => l.Codes.Any(c => c.MappedTo(scheme).Count > 0)).ToList();
        Assert.NotEmpty(used);
        Assert.All(used, list => AssertUnique(list.Codes.SelectMany(c => c.MappedTo(scheme)), $"{scheme} value of {list.Id}"));
    }

    [Fact]
    public void Every_scheme_of_a_mapping_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(CodeListFolder.Root(), "schemas", "reference-data", "README.md"));
        var schemes = AllCodes().SelectMany(c => c.Code.Mappings?.Keys ?? []).Distinct(StringComparer.Ordinal);
        Assert.All(schemes, scheme => Assert.Contains($"`{scheme}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_country_has_a_code_of_three_letters_and_a_current_one_one_of_two()
    {
        var countries = CodeListFolder.List("country").Codes;
        Assert.All(countries, c => Assert.Matches(ThreeCapitals(), c.Code));
        var current = countries.Where(c => c.Group is null).ToList();
        Assert.Equal(249, current.Count);
        Assert.All(current, c => Assert.Matches(TwoCapitals(), Assert.Single(c.MappedTo("iso3166-alpha-2"))));
        Assert.All(countries.Where(c => c.Group == "former"), c => Assert.Equal("retired", c.Status));
        Assert.All(countries.SelectMany(c => c.MappedTo("e164").Concat(c.MappedTo("e164-shared"))), code => Assert.Matches(CallingCode(), code));
    }

    [Fact]
    public void A_shared_telephone_code_is_the_code_of_another_country()
    {
        var countries = CodeListFolder.List("country").Codes;
        var whole = countries.SelectMany(c => c.MappedTo("e164")).ToHashSet(StringComparer.Ordinal);
        Assert.All(countries.SelectMany(c => c.MappedTo("e164-shared")), code => Assert.Contains(code, whole));
    }

    [Fact]
    public void A_nationality_names_a_country_that_is_listed()
    {
        var countries = CodeListFolder.List("country").Codes.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var nationalities = CodeListFolder.List("nationality").Codes;
        Assert.All(nationalities.SelectMany(n => n.MappedTo("country")), code => Assert.Contains(code, countries));
        Assert.All(nationalities.Where(n => n.MappedTo("country").Count == 0), n => Assert.Equal("none", n.Group));
        Assert.Equal(6, nationalities.Count(n => n.MappedTo("country").Contains("GBR") && n.Group != "stated-identity"));
    }

    [Fact]
    public void A_language_has_the_terminology_code_and_British_Sign_Language_is_one()
    {
        var languages = CodeListFolder.List("language");
        Assert.All(languages.Codes, l => Assert.Matches(ThreeSmallLetters(), l.Code));
        Assert.Equal(["wel"], languages.Code("cym").MappedTo("iso639-2b"));
        Assert.Equal("iso639-3", languages.Code("bfi").Group);
        Assert.Equal(486, languages.Codes.Count(l => l.Group != "iso639-3"));
    }

    [Fact]
    public void The_older_grades_are_unverified_and_lead_to_none_of_the_new()
    {
        var lists = CodeListFolder.All.Where(l => l.Id.StartsWith("intelligence-legacy-", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, lists.Count);
        Assert.All(lists, l => Assert.Equal("unverified", l.Provenance));
        Assert.All(lists.SelectMany(l => l.Codes), c => Assert.True(c.Mappings is null && c.ReplacedBy is null && c.Provenance is null, c.Code));
    }

    [Fact]
    public void A_data_subject_category_is_one_of_four_and_of_a_person()
    {
        var roles = CodeListFolder.List("link-role").Codes.Where(r => r.DpaCategory is not null).ToList();
        Assert.NotEmpty(roles);
        Assert.All(roles, r => Assert.Contains(r.DpaCategory, DpaCategories));
        Assert.All(roles, r => Assert.Contains("person", Kinds(r.From)));
    }

    [Theory]
    [InlineData("suspect", "person", "crime", "suspected")]
    [InlineData("victim", "person", "crime", "victim")]
    [InlineData("witness", "person", "incident", "witness-or-other")]
    [InlineData("convicted", "person", "crime", "convicted")]
    [InlineData("outcome-of", "crime-outcome", "crime", null)]
    [InlineData("outcome-of", "crime-outcome", "anti-social-behaviour", null)]
    [InlineData("occurred-at", "crime", "location", null)]
    [InlineData("occurred-at", "anti-social-behaviour", "location", null)]
    [InlineData("occurred-at", "stop-search", "location", null)]
    [InlineData("searched", "person", "stop-search", null)]
    [InlineData("home-address", "person", "location", null)]
    public void A_link_points_from_the_entity_or_later_thing_to_what_it_belongs_to(string role, string from, string to, string? category)
    {
        var entry = CodeListFolder.List("link-role").Code(role);
        Assert.Contains(from, Kinds(entry.From));
        Assert.Contains(to, Kinds(entry.To));
        Assert.Equal(category, entry.DpaCategory);
    }

    private static IEnumerable<(CodeListFile List, CodeEntry Code)> AllCodes() =>
        from list in CodeListFolder.All
        from code in list.Codes
        select (list, code);

    private static List<string> Kinds(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } kinds ? kinds.EnumerateArray().Select(k => k.GetString()!).ToList() : [];

    private static void AssertKinds(JsonElement? value, string role)
    {
        var kinds = Kinds(value);
        Assert.NotEmpty(kinds);
        Assert.Empty(kinds.Except(RecordKinds, StringComparer.Ordinal));
        AssertUnique(kinds, $"kind in {role}");
    }

    private static void AssertPeriod(string? from, string? to, string where)
    {
        var first = Day(from, where) ?? DateOnly.MinValue;
        var last = Day(to, where) ?? DateOnly.MaxValue;
        Assert.True(first <= last, $"{where}: ends before it begins.");
    }

    private static DateOnly? Day(string? text, string where)
    {
        if (text is null)
        {
            return null;
        }

        Assert.True(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day),
            $"{where}: '{text}' is not a day.");
        return day;
    }

    private static void AssertTrimmed(string text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.Equal(text.Trim(), text);
    }

    private static void AssertUnique(IEnumerable<string> values, string what)
    {
        var repeated = values.GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        Assert.True(repeated.Count == 0, $"{what} more than once: {string.Join(", ", repeated)}");
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabCase();

    // A published code is letters and digits, our own is kebab-case.
    [GeneratedRegex(@"^([A-Z0-9]{1,5}|[a-z0-9]+(-[a-z0-9]+)*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeText();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PascalCase();

    [GeneratedRegex(@"^20[0-9]{2}-(0[1-9]|1[0-2])\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^(E23|W15)[0-9]{6}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnsPoliceForceArea();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThreeCapitals();

    [GeneratedRegex(@"^[A-Z]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoCapitals();

    [GeneratedRegex(@"^[a-z]{3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThreeSmallLetters();

    [GeneratedRegex(@"^[1-9][0-9]{0,3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CallingCode();

    [GeneratedRegex(@"^[0-9]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PncForceCode();
}
