using System.Reflection;
using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Codes;

public class ReferenceDataTests
{
    private const string Canary = "CANARY-7c1f";
    private static readonly ReferenceData s_builtIn = ReferenceData.BuiltIn;

    private static byte[] List(string id, params string[] codes) => Encoding.UTF8.GetBytes(
        $$"""
        { "id": "{{id}}", "typeName": "X", "title": "Ours", "owner": "A force", "edition": "2026-01", "source": "A force", "provenance": "verified",
          "codes": [{{string.Join(',', codes)}}] }
        """);

    private static string Code(string code, string more = "") =>
        $$"""{ "code": "{{code}}", "name": "{{code.Replace('-', 'X')}}", "label": { "en": "Label of it" }{{more}} }""";

    // What is built in

    [Fact]
    public void A_code_of_a_list_is_found_with_what_the_list_says()
    {
        CodeEntry? entry = s_builtIn.Find("sex", "2");
        Assert.Equal(("2", "Female", true, false), (entry!.Code, entry.Label, entry.IsVerified, entry.IsRetired));
        Assert.True(entry.Mappings.TryGetValue("pnc", out ValueList<string> pnc));
        Assert.Equal(["F"], pnc.ToArray());
    }

    [Theory]
    [InlineData("sex", "3")]
    [InlineData("sex", "")]
    [InlineData("no-such-list", "2")]
    [InlineData("../sex", "2")]
    public void What_is_in_no_list_is_not_found(string list, string code) => Assert.Null(s_builtIn.Find(list, code));

    [Fact]
    public void Codes_compare_exactly()
    {
        Assert.NotNull(s_builtIn.Find("crime-category", "burglary"));
        Assert.Null(s_builtIn.Find("crime-category", "Burglary"));
    }

    [Theory]
    [InlineData("Violence and sexual offences", "violent-crime")]
    [InlineData("VIOLENCE AND SEXUAL OFFENCES", "violent-crime")]
    [InlineData("Bicycle theft", "bicycle-theft")]
    public void What_another_system_writes_is_found_in_any_case(string text, string code) =>
        Assert.Equal(code, s_builtIn.FindMapped("crime-category", "data.police.uk", text)?.Code);

    [Fact]
    public void A_mapping_is_of_its_system_alone()
    {
        Assert.Null(s_builtIn.FindMapped("crime-category", "pnc", "Bicycle theft"));
        Assert.Null(s_builtIn.FindMapped("crime-category", "DATA.POLICE.UK", "Bicycle theft"));
        Assert.Null(s_builtIn.FindMapped("no-such-list", "data.police.uk", "Bicycle theft"));
    }

    [Fact]
    public void A_retired_code_stays_and_says_what_replaced_it()
    {
        CodeEntry entry = s_builtIn.Find("ethnicity-self-defined", "O1")!;
        Assert.Equal((true, "A4"), (entry.IsRetired, entry.ReplacedBy));
    }

    [Theory]
    [InlineData("avon-and-somerset")]
    [InlineData("Avon and Somerset Constabulary")]
    [InlineData("AVON & SOMERSET POLICE")]
    public void A_police_body_is_found_by_slug_name_and_alias(string name)
    {
        AgencyEntry agency = s_builtIn.FindAgency(name)!;
        Assert.Equal(("avon-and-somerset", "territorial", "E23000036"), (agency.Id, agency.Kind, agency.OnsCode));
        Assert.Equal(["52"], agency.PncCodes.ToArray());
        Assert.Equal(PoliceAgencies.Of(PoliceAgency.AvonAndSomerset), agency.ToAgency());
    }

    [Fact]
    public void Every_police_body_of_the_code_type_is_in_the_register() =>
        Assert.All(PoliceAgency.BuiltIn.ToArray(), body => Assert.Equal(body.Code, s_builtIn.FindAgency(body.Code!)?.Id));

    [Fact]
    public void A_body_that_is_none_of_the_register_is_not_found() => Assert.Null(s_builtIn.FindAgency("narnia"));

    [Theory]
    [InlineData("pnc", "52", "avon-and-somerset")]
    [InlineData("pnc", "02", "metropolitan")]
    [InlineData("pnc", "74", "strathclyde")]
    [InlineData("ons-gss", "E23000036", "avon-and-somerset")]
    [InlineData("pnc", "99", null)]
    public void A_police_body_is_found_by_its_published_codes(string system, string text, string? slug) =>
        Assert.Equal(slug, s_builtIn.FindMapped("agencies", system, text)?.Code);

    [Fact]
    public void A_body_that_is_no_more_says_until_when_and_who_took_over()
    {
        AgencyEntry fife = s_builtIn.FindAgency("Fife Constabulary")!;
        Assert.Equal((null, new DateOnly(2013, 3, 31), "police-scotland"), (fife.From, fife.To, Assert.Single(fife.Successors.ToArray())));
        Assert.Equal(new DateOnly(2013, 4, 1), s_builtIn.FindAgency("police-scotland")!.From);
    }

    [Theory]
    [InlineData("country", "iso3166-alpha-2", "gb", "GBR")]
    [InlineData("country", "e164", "44", "GBR")]
    [InlineData("country", "e164", "1", "USA")]
    [InlineData("country", "e164", "1876", "JAM")]
    [InlineData("language", "iso639-1", "cy", "cym")]
    [InlineData("language", "iso639-2b", "wel", "cym")]
    [InlineData("nationality", "hmpps", "BRIT", "GBR")]
    [InlineData("plea", "pnc", "CONSENTED", "CON")]
    [InlineData("plea", "pnc", "GUILTY", "G")]
    [InlineData("verdict", "pnc", "NOT GUILTY", "NG")]
    [InlineData("mode-of-trial", "spi", "9", "NOMOT")]
    [InlineData("duration-unit", "pnc", "Y999", "L")]
    [InlineData("bail-type", "hmcts", "I", "released-under-investigation")]
    [InlineData("person-title", "hmpps", "DME", "dame")]
    [InlineData("telephone-type", "pole", "MOBH", "MOBH")]
    [InlineData("feature-type", "pole", "Lacking", "missing-part")]
    [InlineData("link-role", "ihub", "homeAddress", "home-address")]
    [InlineData("english-fluency", "ihub", "they get by", "sufficient")]
    public void What_others_write_is_found_in_the_lists_of_courts_places_and_people(string list, string system, string text, string code) =>
        Assert.Equal(code, s_builtIn.FindMapped(list, system, text)?.Code);

    [Fact]
    public void A_former_country_stays_with_its_last_day_and_its_successor()
    {
        CodeEntry zaire = s_builtIn.Find("country", "ZAR")!;
        Assert.Equal((true, "COD", new DateOnly(1997, 7, 14)), (zaire.IsRetired, zaire.ReplacedBy, zaire.ValidTo));
        Assert.True(zaire.IsInForce(new DateOnly(1990, 1, 1)));
        Assert.False(zaire.IsInForce(new DateOnly(1997, 7, 15)));
        Assert.False(zaire.IsInForce(null));
    }

    [Fact]
    public void A_role_says_what_it_joins_how_it_reads_back_and_what_it_makes_of_a_person()
    {
        CodeEntry suspect = LinkRole.Suspect.EntryIn(s_builtIn)!;
        Assert.Equal(("Suspect in", "Has suspect", "suspected", false), (suspect.Label, suspect.Inverse, suspect.DataSubjectCategory, suspect.JoinsLikeOnly));
        Assert.Contains("person", suspect.From.ToArray());
        Assert.Contains("crime", suspect.To.ToArray());
        Assert.Equal(suspect, LinkRole.From(new() { List = "urn:ours", Code = "S1", National = "suspect" }).EntryIn(s_builtIn));
        Assert.Null(LinkRole.Of("no-such-role").EntryIn(s_builtIn));
        Assert.Null(LinkRole.From(new() { Text = "Suspect" }).EntryIn(s_builtIn));
        Assert.Throws<ArgumentNullException>(() => LinkRole.Suspect.EntryIn(null!));
    }

    [Theory]
    [InlineData("suspect", "person", "crime", true)]
    [InlineData("suspect", "person", null, true)]
    [InlineData("suspect", null, null, true)]
    [InlineData("suspect", "crime", "person", false)]
    [InlineData("suspect", "vehicle", "crime", false)]
    [InlineData("suspect", null, "location", false)]
    [InlineData("same-as", "person", "person", true)]
    [InlineData("same-as", "person", "vehicle", false)]
    [InlineData("same-as", "person", null, true)]
    [InlineData("exhibited-as", "device", "exhibit", true)]
    [InlineData("executes-warrant", "arrest", "warrant", true)]
    [InlineData("executes-warrant", "warrant", "arrest", false)]
    [InlineData("case-file-for", "case-file", "charge", true)]
    [InlineData("decision-based-on", "decision-record", "risk-assessment", true)]
    public void A_role_joins_what_it_is_for(string role, string? from, string? to, bool joins) =>
        Assert.Equal(joins, LinkRole.Of(role).EntryIn(s_builtIn)!.Joins(from, to));

    [Fact]
    public void A_code_that_is_no_role_joins_anything() => Assert.True(s_builtIn.Find("sex", "2")!.Joins("crime", "vehicle"));

    [Fact]
    public void A_kind_of_number_says_what_carries_it()
    {
        Assert.Contains("mobile-phone", UniqueIdentifierType.Imei.EntryIn(s_builtIn)!.Fits.ToArray());
        Assert.Empty(UniqueIdentifierType.SerialNumber.EntryIn(s_builtIn)!.Fits.ToArray());
    }

    // Structure: lists are read when asked for, and a lookup does not walk

    [Fact]
    public void Asking_one_list_reads_that_list_alone()
    {
        ReferenceData fresh = (ReferenceData)Activator.CreateInstance(typeof(ReferenceData), BindingFlags.Instance | BindingFlags.NonPublic, null, [null], null)!;
        var lists = (System.Collections.IDictionary)typeof(ReferenceData).GetField("_lists", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(fresh)!;
        Assert.Empty(lists);
        Assert.NotNull(fresh.Find("sex", "2"));
        Assert.Equal(["sex"], lists.Keys.Cast<string>());
    }

    [Fact]
    public void A_list_is_made_by_its_own_type_alone_and_only_when_that_is_used()
    {
        Type[] types = typeof(CodedValue).Assembly.GetTypes();
        Type[] lists = [.. types.Where(t => t.BaseType == typeof(CodedValue))];
        Assert.True(lists.Length > 100);
        // Without a static constructor of its own a type is initialised at the first use of its table, not at start.
        Assert.All(lists, t => Assert.True(t.Attributes.HasFlag(TypeAttributes.BeforeFieldInit), t.Name));
        FieldInfo[] tables = [.. types.Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(CodeTable<>))];
        Assert.Equal(lists.Length, tables.Length);
        Assert.All(tables, f => Assert.Equal(f.DeclaringType, f.FieldType.GetGenericArguments()[0]));
    }

    [Fact]
    public void A_code_is_found_by_its_place_in_a_table_that_is_at_most_half_full()
    {
        foreach (Type list in typeof(CodedValue).Assembly.GetTypes().Where(t => t.BaseType == typeof(CodedValue)))
        {
            object table = list.GetField("Table", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
            int[] slots = (int[])table.GetType().GetField("_slots", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(table)!;
            Assert.True(slots.Count(s => s != 0) * 2 <= slots.Length, list.Name);
            Assert.True(LongestRun(slots) <= 16, $"{list.Name}: a search may take {LongestRun(slots)} steps.");
        }
    }

    // A search ends at an empty slot, so that no search is longer than the longest run of full ones.
    private static int LongestRun(int[] slots)
    {
        int longest = 0, run = 0;
        foreach (int slot in (int[])[.. slots, .. slots])
        {
            run = slot == 0 ? 0 : run + 1;
            longest = Math.Max(longest, Math.Min(run, slots.Length));
        }

        return longest;
    }

    // In force

    [Theory]
    [InlineData("2019-03-31", false)]
    [InlineData("2019-04-01", true)]
    [InlineData("2026-01-01", true)]
    public void A_code_is_in_force_from_its_first_day(string date, bool inForce) =>
        Assert.Equal(inForce, s_builtIn.Find("crime-outcome", "22")!.IsInForce(DateOnly.Parse(date)));

    [Theory]
    [InlineData(null, null, false, "2020-01-01", true)]
    [InlineData("2020-01-01", "2020-12-31", false, "2019-12-31", false)]
    [InlineData("2020-01-01", "2020-12-31", false, "2020-01-01", true)]
    [InlineData("2020-01-01", "2020-12-31", false, "2020-12-31", true)]
    [InlineData("2020-01-01", "2020-12-31", false, "2021-01-01", false)]
    [InlineData("2020-01-01", "2020-12-31", true, "2020-06-01", true)]
    [InlineData(null, null, true, "2020-06-01", false)]
    [InlineData(null, null, true, null, false)]
    [InlineData("2020-01-01", null, false, null, true)]
    public void In_force_is_from_first_to_last_day(string? from, string? to, bool retired, string? date, bool inForce)
    {
        CodeEntry entry = new() { Code = "x", Label = "X", ValidFrom = Day(from), ValidTo = Day(to), IsRetired = retired };
        Assert.Equal(inForce, entry.IsInForce(Day(date)));
    }

    // Overlays

    [Fact]
    public void An_overlay_adds_a_code_and_leaves_what_it_lies_on_as_it_was()
    {
        ReferenceData over = s_builtIn.WithOverlay(List("marker-type", Code("local-bees", """, "validFrom": "2026-01-01", "mappings": { "rms": ["BEES"] }""")));

        Assert.Equal("Label of it", over.Find("marker-type", "local-bees")?.Label);
        Assert.Equal(new DateOnly(2026, 1, 1), over.Find("marker-type", "local-bees")?.ValidFrom);
        Assert.Equal("local-bees", over.FindMapped("marker-type", "rms", "bees")?.Code);
        Assert.NotNull(over.Find("marker-type", "weapons"));
        Assert.NotNull(over.Find("sex", "2"));
        Assert.NotNull(over.FindAgency("kent"));
        Assert.Null(s_builtIn.Find("marker-type", "local-bees"));
        Assert.Null(s_builtIn.FindMapped("marker-type", "rms", "BEES"));
    }

    [Fact]
    public void An_overlay_adds_mappings_to_a_code_that_is_there()
    {
        ReferenceData over = s_builtIn.WithOverlay(List("sex", """{ "code": "2", "mappings": { "rms": ["WOMAN", "GIRL"], "pnc": ["F", "FF"] } }"""));

        Assert.Equal("2", over.FindMapped("sex", "rms", "girl")?.Code);
        Assert.Equal("2", over.FindMapped("sex", "pnc", "FF")?.Code);
        Assert.Equal("Female", over.Find("sex", "2")?.Label);
        Assert.Equal(over.Find("sex", "2"), over.FindMapped("sex", "pnc", "F"));
        over.Find("sex", "2")!.Mappings.TryGetValue("pnc", out ValueList<string> pnc);
        Assert.Equal(["F", "FF"], pnc.ToArray());
        Assert.Null(s_builtIn.FindMapped("sex", "rms", "GIRL"));
    }

    [Fact]
    public void Overlays_lie_over_each_other()
    {
        ReferenceData over = s_builtIn
            .WithOverlay(List("marker-type", Code("local-bees")))
            .WithOverlay(List("sex", """{ "code": "2", "mappings": { "rms": ["WOMAN"] } }"""))
            .WithOverlay(List("marker-type", Code("local-wasps"), """{ "code": "local-bees", "mappings": { "rms": ["BEES"] } }"""));

        Assert.Equal("local-bees", over.FindMapped("marker-type", "rms", "BEES")?.Code);
        Assert.NotNull(over.Find("marker-type", "local-wasps"));
        Assert.Equal("2", over.FindMapped("sex", "rms", "WOMAN")?.Code);
    }

    [Fact]
    public void An_overlay_adds_police_bodies_and_aliases()
    {
        ReferenceData over = s_builtIn.WithOverlay(List(
            "agencies",
            Code("harbour-police-of-nowhere", """, "kind": "special", "aliases": ["Nowhere Harbour"], "pncCodes": [{ "code": "ZZ" }]"""),
            """{ "code": "kent", "aliases": ["Kent Constab"] }"""));

        Assert.Equal("harbour-police-of-nowhere", over.FindAgency("nowhere harbour")?.Id);
        Assert.Equal("kent", over.FindAgency("KENT CONSTAB")?.Id);
        Assert.Equal(over.FindAgency("Kent Constab"), over.FindAgency("kent"));
        Assert.Contains("Kent Constab", over.FindAgency("Kent Police")!.Aliases.ToArray());
        Assert.Null(s_builtIn.FindAgency("Kent Constab"));

        Person person = new() { Id = RecordId.New(), Controllers = [over.FindAgency("Nowhere Harbour")!.ToAgency()] };
        Assert.Equal("PSDK-COD-0005", Assert.Single(new PolicingValidator().Validate(person).Findings.ToArray()).Id);
        Assert.Empty(new PolicingValidator(new() { ReferenceData = over }).Validate(person).Findings.ToArray());
    }

    [Theory]
    [InlineData("country")]
    [InlineData("language")]
    [InlineData("plea")]
    [InlineData("property-category")]
    [InlineData("hearing-type")]
    [InlineData("link-role")]
    [InlineData("intelligence-source")]
    public void An_overlay_lies_over_any_list_with_its_dates_and_what_replaced_it(string list)
    {
        ReferenceData over = s_builtIn.WithOverlay(List(
            list,
            Code("local-old", """, "validFrom": "2020-01-01", "validTo": "2024-12-31", "status": "retired", "replacedBy": "local-new" """),
            Code("local-new", """, "validFrom": "2025-01-01", "mappings": { "rms": ["N"] } """)));

        CodeEntry old = over.Find(list, "local-old")!;
        Assert.Equal((true, "local-new"), (old.IsRetired, old.ReplacedBy));
        Assert.True(old.IsInForce(new DateOnly(2024, 12, 31)));
        Assert.False(old.IsInForce(new DateOnly(2025, 1, 1)));
        Assert.False(over.Find(list, "local-new")!.IsInForce(new DateOnly(2024, 12, 31)));
        Assert.Equal("local-new", over.FindMapped(list, "rms", "n")?.Code);
        Assert.Null(s_builtIn.Find(list, "local-new"));
    }

    [Fact]
    public void A_role_of_an_overlay_is_judged_by_what_it_joins()
    {
        ReferenceData over = s_builtIn.WithOverlay(List("link-role", Code("local-guest", """, "from": ["person"], "to": ["location"], "inverse": "Was visited by" """)));
        Link link = new()
        {
            Id = RecordId.New(),
            From = new() { Id = RecordId.New(), Kind = "person" },
            To = new() { Id = RecordId.New(), Kind = "crime" },
            Role = LinkRole.Of("local-guest"),
        };
        PolicingValidator validator = new(new() { ReferenceData = over });

        Assert.Equal("PSDK-RUL-0011", Assert.Single(validator.Validate(link).Findings.ToArray()).Id);
        Assert.Empty(validator.Validate(link with { To = link.To with { Kind = "location" } }).Findings.ToArray());
    }

    public static TheoryData<string, string[]> Refused { get; } = new()
    {
        { "sex", [Code("2")] },
        { "sex", ["""{ "code": "2", "validTo": "2020-01-01" }"""] },
        { "sex", ["""{ "code": "2", "status": "retired" }"""] },
        { "sex", [$$"""{ "code": "{{Canary}}", "mappings": { "rms": ["{{Canary}}"] } }"""] },
        { "sex", ["""{ "code": "2", "mappings": { "pnc": ["M"] } }"""] },
        { "sex", ["""{ "code": "2", "mappings": { "rms": ["m"] } }""", """{ "code": "2", "mappings": { "rms": ["f"] } }"""] },
        { "marker-type", [Code(Canary), Code(Canary)] },
        { "marker-typ", [Code(Canary)] },
        { "agencies", [Code(Canary)] },
        { "agencies", [Code("Kent", """, "kind": "special" """)] },
        { "agencies", [Code(Canary, """, "kind": "special", "aliases": ["Kent Police"]""")] },
        { "agencies", ["""{ "code": "essex", "aliases": ["Kent Police"] }"""] },
        { "agencies", [Code(Canary, """, "kind": "special", "pncCodes": [{ "code": "46" }]""")] },
        { "agencies", [Code("one", """, "kind": "special", "pncCodes": [{ "code": "ZZ" }]"""), Code("two", """, "kind": "special", "pncCodes": [{ "code": "ZZ" }]""")] },
        { "agencies", [Code("one-" + Canary, """, "kind": "special", "aliases": ["Both"]"""), Code("two", """, "kind": "special", "aliases": ["both"]""")] },
        { Canary, [] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_would_change_a_meaning_is_refused_without_a_quote(string id, string[] codes) => Refuse(List(id, codes));

    [Theory]
    [InlineData("")]
    [InlineData("CANARY-7c1f")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "id": "sex" }""")]
    [InlineData("""{ "id": null, "codes": [] }""")]
    [InlineData("""{ "id": 7, "codes": [] }""")]
    [InlineData("""{ "id": "sex", "codes": {} }""")]
    [InlineData("""{ "id": "sex", "codes": [7] }""")]
    [InlineData("""{ "id": "sex", "codes": [{}] }""")]
    [InlineData("""{ "id": "sex", "id": "CANARY-7c1f", "codes": [] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": null, "label": { "en": "CANARY-7c1f" } }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "", "label": { "en": "CANARY-7c1f" } }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "CANARY-7c1f", "label": {} }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "CANARY-7c1f", "label": { "en": null } }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "validFrom": "01/04/2019" }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "mappings": { "rms": [null] } }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "mappings": { "rms": "CANARY-7c1f" } }] }""")]
    [InlineData("""{ "id": "sex", "codes": [{ "code": "2", "mappings": [] }] }""")]
    [InlineData("""{ "id": "link-role", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "inverse": 7 }] }""")]
    [InlineData("""{ "id": "link-role", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "inverse": "x", "from": "CANARY-7c1f" }] }""")]
    [InlineData("""{ "id": "link-role", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "sameKind": "CANARY-7c1f" }] }""")]
    [InlineData("""{ "id": "unique-identifier-type", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "fits": "CANARY-7c1f" }] }""")]
    [InlineData("""{ "id": "agencies", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "kind": "special", "from": "CANARY-7c1f" }] }""")]
    [InlineData("""{ "id": "agencies", "codes": [{ "code": "CANARY-7c1f", "label": { "en": "x" }, "kind": "special", "pncCodes": ["CANARY-7c1f"] }] }""")]
    public void What_is_no_list_is_refused_without_a_quote(string json) => Refuse(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void What_is_not_utf8_is_refused() => Refuse([0x7B, 0xFF, 0xFE]);

    [Fact]
    public void What_is_too_deep_is_refused() => Refuse(Encoding.UTF8.GetBytes(new string('[', 100)));

    [Fact]
    public void What_is_larger_than_the_limit_is_refused()
    {
        byte[] large = new byte[(4 << 20) + 1];
        large.AsSpan().Fill((byte)' ');
        Refuse(large);

        byte[] atLimit = large[1..];
        List("sex").CopyTo(atLimit, 0);
        Assert.NotNull(s_builtIn.WithOverlay(atLimit).Find("sex", "2"));
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter() =>
        Assert.NotNull(s_builtIn.WithOverlay((byte[])[0xEF, 0xBB, 0xBF, .. List("marker-type", Code("local-bees"))]).Find("marker-type", "local-bees"));

    [Fact]
    public async Task A_file_is_read_within_the_same_limit()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, List("marker-type", Code("local-bees")), TestContext.Current.CancellationToken);
            Assert.NotNull(s_builtIn.WithOverlay(path).Find("marker-type", "local-bees"));
            await File.WriteAllBytesAsync(path, new byte[(4 << 20) + 1], TestContext.Current.CancellationToken);
            Assert.Throws<ReferenceDataException>(() => s_builtIn.WithOverlay(path));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.ThrowsAny<IOException>(() => s_builtIn.WithOverlay(path));
        Assert.Throws<ArgumentException>(() => s_builtIn.WithOverlay(""));
    }

    [Fact]
    public void The_overlay_in_the_documents_can_be_laid()
    {
        string page = File.ReadAllText(Path.Combine(ReferenceDataFiles.CodeListFolder.Root(), "docs", "reference-data.md")).ReplaceLineEndings("\n");
        string json = page.Split("```json\n")[1].Split("```")[0];

        ReferenceData over = s_builtIn.WithOverlay(Encoding.UTF8.GetBytes(json));

        Assert.Equal("local-bees", over.FindMapped("marker-type", "our-rms", "BEES")?.Code);
        Assert.Equal("dangerous-dog", over.FindMapped("marker-type", "our-rms", "dogs")?.Code);
    }

    [Fact]
    public void The_validator_goes_by_the_overlay()
    {
        Person person = new()
        {
            Id = RecordId.New(),
            Version = new() { RecordedAt = RecordedTime.Parse("2026-06-01T12:00:00Z") },
            Controllers = [PoliceAgencies.Of(PoliceAgency.Kent)],
            Markers = [new() { Kind = MarkerType.Of("local-bees") }],
        };
        ReferenceData ending = s_builtIn.WithOverlay(List("marker-type", Code("local-bees", """, "validTo": "2025-12-31" """)));
        ReferenceData lasting = s_builtIn.WithOverlay(List("marker-type", Code("local-bees")));

        Assert.Equal(["PSDK-COD-0001 /markers/0/kind"], Found(s_builtIn, person));
        Assert.Equal(["PSDK-COD-0003 /markers/0/kind"], Found(ending, person));
        Assert.Empty(Found(lasting, person));
    }

    [Fact]
    public void Many_threads_may_ask_at_once()
    {
        ReferenceData over = s_builtIn.WithOverlay(List("sex", """{ "code": "2", "mappings": { "rms": ["WOMAN"] } }"""));
        string[] lists = ["age-range", "build", "complexion", "eye-colour", "hair-colour", "gender", "name-type", "sex"];
        int wrong = 0;

        Parallel.For(0, 20_000, i =>
        {
            bool right = over.Find(lists[i % lists.Length], "no-such-code") is null
                && over.Find("sex", "2")?.Code == "2"
                && over.FindMapped("sex", "rms", "woman")?.Code == "2"
                && over.FindMapped("crime-category", "data.police.uk", "Burglary")?.Code == "burglary"
                && over.FindAgency("Essex Police")?.Id == "essex"
                && s_builtIn.FindMapped("sex", "rms", "woman") is null;
            if (!right) Interlocked.Increment(ref wrong);
        });

        Assert.Equal(0, wrong);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);

    private static string[] Found(ReferenceData codes, Person person) =>
        [.. new PolicingValidator(new() { ReferenceData = codes }).Validate(person).Findings.ToArray().Select(finding => $"{finding.Id} {finding.Pointer}")];

    private static void Refuse(byte[] overlay)
    {
        ReferenceDataException refusal = Assert.Throws<ReferenceDataException>(() => s_builtIn.WithOverlay(overlay));
        Assert.DoesNotContain(Canary, refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(refusal.InnerException);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }
}
