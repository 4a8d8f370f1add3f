using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Compliance.Redaction;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;
using Policing.Ethics.Minimisation;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Tests.Minimisation;

public sealed class MinimiserTests
{
    private const string Id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057";
    private static readonly SensitiveGround Ground = SensitiveGround.ByCondition(Schedule8Condition.Safeguarding, "APD 7");

    private static SharingView Of(params ReadOnlySpan<RecordSharing> records) => new() { Id = "v", Version = "2", Records = [.. records] };

    private static SharingView Person(params ReadOnlySpan<string> members) => Of(new RecordSharing { Type = "person", Members = [.. members] });

    private static string Minimise(SharingView view, string text, SensitiveGround? ground = null, MinimiserOptions? options = null) =>
        Encoding.UTF8.GetString(new Minimiser(view, options).Minimise(Encoding.UTF8.GetBytes(text), ground));

    private static MinimisationException Refused(SharingView view, string text, MinimiserOptions? options = null) =>
        Refused(view, Encoding.UTF8.GetBytes(text), options);

    private static MinimisationException Refused(SharingView view, byte[] text, MinimiserOptions? options = null)
    {
        ArrayBufferWriter<byte> output = new();
        Assert.False(new Minimiser(view, options).TryMinimise(text, output, null, out MinimisationException? refusal));
        Assert.Equal(0, output.WrittenCount);
        Assert.Null(refusal.InnerException);
        return refusal;
    }

    private static string Q(string json) => json.Replace('\'', '"');

    private static string Copy(string members, string absent = "") =>
        Q($"{{'id':'{Id}','type':'person'") + members + (absent.Length == 0 ? "" : Q(",'absent':{") + absent + "}") + Q(",'view':{'partial':true,'policy':'v','policyVersion':'2'}}");

    private static string PersonText(string members) => Q($"{{'id':'{Id}','type':'person'") + members + "}";

    [Fact]
    public void What_the_view_lists_is_given_and_what_else_was_held_is_noted() =>
        Assert.Equal(
            Copy(""","names":[{"surname":"Nkemelu"},{"surname":"Shah"}]""", Q("'/names/0/given':'withheld','/sex':'withheld'")),
            Minimise(Person("names/surname"), PersonText(""","names":[{"given":["Ada"],"surname":"Nkemelu"},{"surname":"Shah"}],"sex":"2","descriptions":[],"dateOfDeath":null""")));

    [Fact]
    public void What_the_model_does_not_define_is_left_out_at_any_depth_without_a_note() =>
        Assert.Equal(
            Copy(""","names":[{"surname":"Shah"}],"sex":{"code":"1"}"""),
            Minimise(Person("names", "sex"), PersonText(""","nickname":"x","names":[{"surname":"Shah","nick":{"a":["b"]}}],"sex":{"code":"1","was":"2"}""")));

    [Fact]
    public void A_name_that_is_escaped_is_the_same_name_and_a_value_stays_as_it_was_written() =>
        Assert.Equal(
            Copy(""","names":[{"surname":"Sh\u0061h \" é"}]"""),
            Minimise(Person("names/surname"), PersonText(""","n\u0061mes" : [ { "surn\u0061me" : "Sh\u0061h \" é" } ] """)));

    [Theory]
    [InlineData(""","sex":1""", "/sex")]
    [InlineData(""","sex":["1"]""", "/sex")]
    [InlineData(""","sex":{"was":"1"}""", "/sex")]
    [InlineData(""","names":{"surname":"x"}""", "/names")]
    [InlineData(""","names":[{"surname":"x"},null]""", "/names")]
    [InlineData(""","names":[{"surname":"x"},"y"]""", "/names")]
    [InlineData(""","names":[{"surname":{"x":"y"}}]""", "/names")]
    [InlineData(""","datesOfBirth":[{"date":19870605}]""", "/datesOfBirth")]
    public void A_value_of_the_wrong_kind_is_left_out_with_all_that_lies_in_it(string members, string noted) =>
        Assert.Equal(Copy("", $"\"{noted}\":\"withheld\""), Minimise(Person("sex", "names", "datesOfBirth"), PersonText(members)));

    [Fact]
    public void An_element_that_holds_nothing_given_keeps_its_place() =>
        Assert.Equal(
            Copy(""","names":[{},{"surname":"Shah"}]""", Q("'/names/0/full':'withheld'")),
            Minimise(Person("names/surname"), PersonText(""","names":[{"full":"A B"},{"surname":"Shah"}]""")));

    [Fact]
    public void Sensitive_members_need_their_ground_and_are_left_out_without_it_not_the_record()
    {
        string text = PersonText(""","ethnicities":[{"selfDefined":"A1"}],"sex":"1" """);
        Assert.Equal(Copy(""","sex":"1" """.TrimEnd(), Q("'/ethnicities':'withheld'")), Minimise(Person("ethnicities", "sex"), text));
        Assert.Equal(Copy(""","ethnicities":[{"selfDefined":"A1"}],"sex":"1" """.TrimEnd()), Minimise(Person("ethnicities", "sex"), text, Ground));
    }

    [Fact]
    public void A_ground_has_a_listed_condition_or_consent_and_always_a_policy_document()
    {
        Assert.Equal("8", SensitiveGround.ByCondition(Schedule8Condition.PreventingFraud, "x").Condition!.Code);
        Assert.Null(SensitiveGround.ByConsent("x").Condition);
        Assert.Throws<ArgumentException>(() => SensitiveGround.ByCondition(Schedule8Condition.Of("99"), "x"));
        Assert.Throws<ArgumentException>(() => SensitiveGround.ByCondition(Schedule8Condition.Safeguarding, " "));
        Assert.Throws<ArgumentException>(() => SensitiveGround.ByConsent(""));
    }

    [Fact]
    public void Covert_members_have_to_be_named_themselves_and_leave_no_note()
    {
        string text = $$"""{"id":"{{Id}}","type":"intelligence-report","sourceReference":"CHIS 1","title":"t","items":[{"text":"secret"}]}""";
        string copy = Minimise(Of(new RecordSharing { Type = "intelligence-report", Members = ["title"], Classes = [PoliceDataClasses.Operational, PoliceDataClasses.Personal] }), text);
        Assert.DoesNotContain("sourceReference", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("items", copy, StringComparison.Ordinal);
        string named = Minimise(Of(new RecordSharing { Type = "intelligence-report", Members = ["sourceReference", "items"] }), text);
        Assert.Contains("CHIS 1", named, StringComparison.Ordinal);
        Assert.Contains("secret", named, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_can_be_silent_about_what_it_leaves_out() =>
        Assert.Equal(Copy(""), Minimise(Person("names") with { Notes = WithheldNotes.None }, PersonText(""","sex":"1" """)));

    [Fact]
    public void Data_classes_give_what_they_and_all_around_it_have() =>
        Assert.Equal(
            Copy(""","names":[{"surname":"Shah"}],"sex":"1" """.TrimEnd(), Q("'/names/0/observed':'withheld','/markers':'withheld'")),
            Minimise(
                Of(new RecordSharing { Type = "person", Classes = [PoliceDataClasses.Personal] }),
                PersonText(""","names":[{"surname":"Shah","observed":{"confidence":"high"}}],"sex":"1","markers":[{"text":"x"}]""")));

    [Fact]
    public void An_exception_overrides_what_gives_the_member() =>
        Assert.Equal(
            Copy(""","names":[{"surname":"Shah"}]""", Q("'/names/0/full':'withheld'")),
            Minimise(Of(new RecordSharing { Type = "person", Members = ["names"], Except = ["names/full"] }), PersonText(""","names":[{"surname":"Shah","full":"A Shah"}]""")));

    [Fact]
    public void Marking_and_state_are_always_given()
    {
        string copy = Minimise(Person("sex"), PersonText(""","status":{"state":"retracted","reason":"x"},"marking":{"tier":"official","sensitive":true,"handling":["by hand"]}"""));
        JsonNode node = JsonNode.Parse(copy)!;
        Assert.Equal("""{"state":"retracted"}""", node["status"]!.ToJsonString());
        Assert.Equal("""{"tier":"official","sensitive":true,"handling":["by hand"]}""", node["marking"]!.ToJsonString());
    }

    [Theory]
    [InlineData(""","marking":"SECRET" """)]
    [InlineData(""","marking":{"tier":3}""")]
    [InlineData(""","marking":{"tier":"official","granular":{"pointer":"/sex"}}""")]
    [InlineData(""","marking":{"tier":"official","granular":[{"tier":"secret"}]}""")]
    [InlineData(""","marking":{"tier":"official","granular":["secret"]}""")]
    [InlineData(""","status":"restricted" """)]
    [InlineData(""","status":{"state":false}""")]
    public void A_record_whose_marking_or_state_cannot_be_read_is_refused(string members) =>
        Assert.Equal(MinimisationFault.UnreadableMarking, Refused(Person("sex"), PersonText(members)).Fault);

    [Fact]
    public void Markings_of_single_members_go_with_their_members()
    {
        string copy = Minimise(Person("names/surname"), PersonText(
            ""","marking":{"tier":"official","granular":[{"pointer":"/names/0/surname","tier":"secret"},{"pointer":"/sex","tier":"secret"},{"pointer":"/Jo Bloggs","tier":"secret"}]}"""));
        Assert.Equal("""[{"pointer":"/names/0/surname","tier":"secret"}]""", JsonNode.Parse(copy)!["marking"]!["granular"]!.ToJsonString());
    }

    [Fact]
    public void The_marking_of_one_record_of_a_bundle_becomes_that_of_its_records()
    {
        string text = $$"""{"id":"{{Id}}","type":"bundle","kind":"collection","operationalStatus":"test","marking":{"tier":"official","granular":[{"pointer":"/records/1","tier":"secret"}]},"records":[{{PersonText("")}}]}""";
        Assert.Equal("""[{"pointer":"/records","tier":"secret"}]""", JsonNode.Parse(Minimise(Person("sex"), text))!["marking"]!["granular"]!.ToJsonString());
    }

    [Fact]
    public void Own_reasons_stay_for_given_members_alone_and_in_listed_words_alone() =>
        Assert.Equal(
            Copy(""","names":[{"surname":"Shah"}]""", Q("'/sex':'declined','/names/0/surname':'template'")),
            Minimise(Person("sex", "names/surname"), PersonText(
                ""","absent":{"/sex":"declined","/names/0/surname":"template","/religions":"declined","/Jo Bloggs":"missing","/names/1/surname":"she said no","/names/0/surname/x":"other"},"names":[{"surname":"Shah"}]""")));

    [Fact]
    public void A_note_takes_the_place_of_an_own_reason_of_the_same_member()
    {
        SharingView view = Of(new RecordSharing { Type = "person", Redact = [new("sex", "erase")] });
        Assert.Equal(Copy("", Q("'/sex':'masked'")), Minimise(view, PersonText(""","absent":{"/sex":"declined"},"sex":"1" """)));
    }

    [Fact]
    public void A_view_that_was_there_gives_way_to_this_one() =>
        Assert.Equal(Copy(""), Minimise(Person("sex"), PersonText(""","view":{"partial":false,"policy":"other"}""")));

    [Fact]
    public void Extensions_are_given_by_their_uri_and_whole()
    {
        SharingView view = Of(new RecordSharing { Type = "person", Extensions = ["https://example.org/a"] });
        Assert.Equal(
            Copy(""","extensions":{"https://example.org/a":{"version":"1","data":{"x": [1, null]}}}"""),
            Minimise(view, PersonText(""","extensions":{"https://example.org/b":{"data":1},"https://example.org/a":{"version":"1","data":{"x": [1, null]},"odd":2}}""")));
        Assert.Equal(Copy("", Q("'/extensions':'withheld'")), Minimise(Person("sex"), PersonText(""","extensions":{"https://example.org/b":{"data":1}}""")));
    }

    [Fact]
    public void An_extension_that_must_be_understood_and_is_not_given_stops_the_record()
    {
        string text = PersonText(""","extensions":{"https://example.org/b":{"data":1,"mustUnderstand":true}}""");
        Assert.Equal(MinimisationFault.MustUnderstand, Refused(Person("sex"), text).Fault);
        Assert.Contains("\"mustUnderstand\":true", Minimise(Of(new RecordSharing { Type = "person", Extensions = ["https://example.org/b"] }), text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":[[[[[[[[1]]]]]]]]}""", MinimisationFault.OverLimit)]
    [InlineData("""{"a":{"b":1,"b":2}}""", MinimisationFault.DuplicateName)]
    public void Data_of_a_given_extension_has_limits_too(string data, MinimisationFault fault) =>
        Assert.Equal(fault, Refused(Of(new RecordSharing { Type = "person", Extensions = ["https://example.org/a"] }), PersonText(Q(",'extensions':{'https://example.org/a':{'data':") + data + "}}")).Fault);

    [Fact]
    public void Of_a_bundle_the_records_of_given_types_are_given_by_type()
    {
        string link = """{"id":"x","type":"link","role":"victim"}""";
        string text = $$"""{"type":"bundle","records":[{{link}},{{PersonText(""","sex":"1" """)}},7,{"names":1},{"type":"nothing"}],"kind":"collection","operationalStatus":"test","sentAt":"2025-01-01T00:00:00Z"}""";
        Assert.Equal(
            Q("{'type':'bundle','records':[") + Copy(""","sex":"1" """.TrimEnd()) + Q("],'kind':'collection','operationalStatus':'test','absent':{'/sentAt':'withheld'},'view':{'partial':true,'policy':'v','policyVersion':'2'}}"),
            Minimise(Person("sex"), text));
    }

    [Fact]
    public void Of_a_bundle_without_a_record_that_is_given_the_list_is_withheld() =>
        Assert.Equal(
            """{"type":"bundle","kind":"collection","absent":{"/records":"withheld"},"view":{"partial":true,"policy":"v","policyVersion":"2"}}""",
            Minimise(Person("sex"), """{"type":"bundle","kind":"collection","records":[{"type":"link"}]}"""));

    [Fact]
    public void Any_type_stands_for_those_that_are_not_listed()
    {
        SharingView view = Of(new RecordSharing { Type = "*", Members = ["source"] }, new RecordSharing { Type = "person", Members = ["sex"] });
        Assert.Contains("\"source\"", Minimise(view, """{"type":"vehicle","source":{"system":"x"}}"""), StringComparison.Ordinal);
        Assert.DoesNotContain("\"source\"", Minimise(view, """{"type":"person","source":{"system":"x"}}""").Split("absent")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Signatures_are_of_the_whole_and_so_never_given() =>
        Assert.Contains(
            "\"/signatures\":\"withheld\"",
            Minimise(Of(new RecordSharing { Type = "bundle", Classes = [PoliceDataClasses.Public] }), """{"type":"bundle","signatures":[{"a":1}]}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("", MinimisationFault.NotJson)]
    [InlineData("{", MinimisationFault.NotJson)]
    [InlineData("{} {}", MinimisationFault.NotARecord)]
    [InlineData("""{"type":"person"} 1""", MinimisationFault.NotJson)]
    [InlineData("""{"type":"person",}""", MinimisationFault.NotJson)]
    [InlineData("""{"type":"person","sex":nil}""", MinimisationFault.NotJson)]
    [InlineData("""{"type":"person"/**/}""", MinimisationFault.NotJson)]
    [InlineData("[]", MinimisationFault.NotARecord)]
    [InlineData("\"person\"", MinimisationFault.NotARecord)]
    [InlineData("""{"names":[]}""", MinimisationFault.NotARecord)]
    [InlineData("""{"type":7}""", MinimisationFault.NotARecord)]
    [InlineData("""{"type":"vehicle"}""", MinimisationFault.NotShared)]
    [InlineData("""{"type":"starship"}""", MinimisationFault.NotShared)]
    [InlineData("""{"type":"starship",}""", MinimisationFault.NotJson)]
    [InlineData("""{"type":"person","sex":"1","sex":"2"}""", MinimisationFault.DuplicateName)]
    [InlineData("""{"type":"person","type":"person"}""", MinimisationFault.DuplicateName)]
    [InlineData("""{"type":"person","sex":{"code":"1","code":"2"}}""", MinimisationFault.DuplicateName)]
    [InlineData("""{"type":"person","absent":{"/sex":"missing","/sex":"other"}}""", MinimisationFault.DuplicateName)]
    [InlineData("""{"type":"person","sex":"\ud800"}""", MinimisationFault.NotUnicode)]
    [InlineData("""{"type":"person","nobody":"\udc00"}""", MinimisationFault.NotUnicode)]
    [InlineData("""{"type":"person","\udc00":1}""", MinimisationFault.NotUnicode)]
    public void Text_that_cannot_be_minimised_is_refused_with_its_reason_and_nothing_is_written(string text, MinimisationFault fault) =>
        Assert.Equal(fault, Refused(Person("sex"), text).Fault);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Assert.Equal(MinimisationFault.NotUnicode, Refused(Person("sex"), [.. """{"type":"person","sex":" """u8.TrimEnd((byte)' '), 0xC3, 0x28, .. "\"}"u8]).Fault);

    [Fact]
    public void A_byte_order_mark_is_skipped_and_counts_in_places()
    {
        Assert.StartsWith("{", Minimise(Person("sex"), "\uFEFF" + PersonText("")), StringComparison.Ordinal);
        Assert.Equal(20, Refused(Person("sex"), "\uFEFF{\"type\":\"person\",x}").Offset);
    }

    [Fact]
    public void Each_limit_is_held()
    {
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { DocumentBytes = 30 }, PersonText("")));
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { Depth = 4 }, PersonText(""","odd":[[[[1]]]]""")));
        Assert.Null(With(new JsonLimits { Depth = 4 }, PersonText(""","odd":[[[1]]]""")));
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { StringBytes = 60 }, PersonText($$""","sex":"{{new string('x', 61)}}" """)));
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { StringBytes = 60 }, PersonText($$""","odd":"\n{{new string('x', 60)}}" """)));
        Assert.Null(With(new JsonLimits { StringBytes = 60 }, PersonText($$""","sex":"\u0061{{new string('x', 59)}}" """)));
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { Members = 2 }, PersonText(""","sex":"1" """)));
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { Elements = 2 }, PersonText(""","names":[{},{},{}]""")));
        string records = $$"""{"type":"bundle","records":[{{PersonText("")}},{{PersonText("")}}]}""";
        Assert.Equal(MinimisationFault.OverLimit, With(new JsonLimits { BundleRecords = 1 }, records));
        Assert.Null(With(new JsonLimits { BundleRecords = 2, DocumentBytes = 30 }, records));

        static MinimisationFault? With(JsonLimits limits, string text)
        {
            new Minimiser(Person("sex", "names"), new MinimiserOptions { Limits = limits }).TryMinimise(Encoding.UTF8.GetBytes(text), new ArrayBufferWriter<byte>(), null, out MinimisationException? refusal);
            return refusal?.Fault;
        }
    }

    [Fact]
    public void A_text_of_nothing_but_levels_ends_by_the_limit() =>
        Assert.Equal(MinimisationFault.OverLimit, Refused(Person("sex"), PersonText(",\"odd\":" + new string('[', 100_000))).Fault);

    [Fact]
    public void Notes_of_one_record_are_limited_and_each_record_has_its_own()
    {
        string many = PersonText(""","names":[""" + string.Join(',', Enumerable.Repeat("""{"surname":"a","full":"b"}""", 300)) + "]");
        string text = $$"""{"type":"bundle","records":[{{many}},{{PersonText(""","sex":"1" """)}}]}""";
        JsonNode copy = JsonNode.Parse(Minimise(Person("names/surname"), text))!;
        Assert.Equal(256, copy["records"]![0]!["absent"]!.AsObject().Count);
        Assert.Equal("""{"/sex":"withheld"}""", copy["records"]![1]!["absent"]!.ToJsonString());
    }

    [Fact]
    public void Redactors_change_text_and_what_they_leave_nothing_of_is_masked()
    {
        SharingView view = Of(
            new RecordSharing { Type = "person", Redact = [new("datesOfBirth/date", "birth-year"), new("names/surname", "erase")] },
            new RecordSharing { Type = "location", Redact = [new("address/postcode", "postcode-sector"), new("point", "grid-1km")] });
        Assert.Equal(
            Copy(""","datesOfBirth":[{"date":"1987"}]""", Q("'/names':'withheld'")),
            Minimise(view, PersonText(""","names":[{"surname":"Shah"}],"datesOfBirth":[{"date":"1987-06-05"}]""")));
        Assert.Equal(
            Copy("", Q("'/datesOfBirth':'withheld'")),
            Minimise(view, PersonText(""","datesOfBirth":[{"date":"5 June 1987"}]""")));
        JsonNode place = JsonNode.Parse(Minimise(view, """{"type":"location","address":{"postcode":"BS1 4TB"},"point":{"latitude":51.4545,"longitude":-2.5879,"accuracy":10,"sourceSystem":"x"}}"""))!;
        Assert.Equal("BS1 4", (string)place["address"]!["postcode"]!);
        Assert.Equal(1708, (int)place["point"]!["accuracy"]!);
        Assert.True((bool)place["point"]!["anonymised"]!);
        Assert.Null(place["point"]!["sourceSystem"]);
        Assert.NotEqual(51.4545m, (decimal)place["point"]!["latitude"]!);
    }

    [Fact]
    public void A_redactor_of_a_member_that_has_members_takes_every_text_below_and_leaves_nothing_else()
    {
        SharingView view = Of(new RecordSharing { Type = "location", Redact = [new("address", "postcode-sector"), new("address/town", "town"), new("point", "erase")] });
        MinimiserOptions options = new() { Redactors = RedactorSet.BuiltIn.With("town", new QuotingRedactor()) };
        JsonNode place = JsonNode.Parse(Minimise(view, """{"type":"location","address":{"postcode":"BS1 4TB","street":"High Street","town":"Bristol","country":{"code":"GBR"}},"point":{"latitude":1}}""", options: options))!;
        Assert.Equal(["postcode", "town"], place["address"]!.AsObject().Select(m => m.Key));
        Assert.Equal(("BS1 4", "\"Bristol\"\\\n"), ((string)place["address"]!["postcode"]!, (string)place["address"]!["town"]!));
        Assert.Equal("""{"/address/street":"masked","/address/country":"masked","/point":"masked"}""", place["absent"]!.ToJsonString());
        SharingView counted = Of(new RecordSharing { Type = "person", Redact = [new("descriptions", "birth-year")] });
        Assert.Equal(Copy("", Q("'/descriptions':'withheld'")), Minimise(counted, PersonText(""","descriptions":[{"heightFrom":170,"build":"heavy"}]""")));
    }

    [Theory]
    [InlineData("""{"latitude":"51.4","longitude":-2}""")]
    [InlineData("""{"latitude":151.4,"longitude":-2}""")]
    [InlineData("""{"latitude":5e1,"longitude":-2}""")]
    [InlineData("""{"longitude":-2}""")]
    [InlineData("""[51.4,-2]""")]
    [InlineData("\"51.4,-2\"")]
    public void A_point_that_no_grid_can_take_is_erased(string point)
    {
        SharingView view = Of(new RecordSharing { Type = "location", Redact = [new("point", "grid-1km")] });
        Assert.Equal(
            """{"type":"location","absent":{"/point":"masked"},"view":{"partial":true,"policy":"v","policyVersion":"2"}}""",
            Minimise(view, $$"""{"type":"location","point":{{point}}}"""));
    }

    [Fact]
    public void A_redactor_of_the_hosts_own_is_called_by_name_and_its_output_is_escaped()
    {
        MinimiserOptions options = new() { Redactors = RedactorSet.BuiltIn.With("own", new QuotingRedactor()) };
        SharingView view = Of(new RecordSharing { Type = "person", Redact = [new("names/given", "own")] });
        Assert.Equal(Copy(""","names":[{"given":["\"Ada\"\\\n"]}]"""), Minimise(view, PersonText(""","names":[{"given":["Ada"]}]"""), options: options));
    }

    [Fact]
    public void A_redactor_that_throws_stops_the_text_and_what_it_says_stays_unsaid()
    {
        MinimiserOptions options = new() { Redactors = RedactorSet.BuiltIn.With("own", new ThrowingRedactor()) };
        SharingView view = Of(new RecordSharing { Type = "person", Redact = [new("names/surname", "own")] });
        MinimisationException refusal = Refused(view, PersonText(""","names":[{"surname":"CANARY"}]"""), options);
        Assert.Equal(MinimisationFault.RedactorFailed, refusal.Fault);
        Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_name_the_fault_and_nothing_of_the_text()
    {
        foreach (string text in new[] { """{"CANARY":"CANARY" CANARY""", """{"type":"CANARY"}""", """{"type":"person","sex":"CANARY","sex":1}""", """{"type":"person","marking":"CANARY"}""" })
        {
            string said = Refused(Person("sex"), text).ToString();
            Assert.DoesNotContain("CANARY", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_allocates_nothing_but_what_the_output_does()
    {
        Minimiser minimiser = new(Person("names", "sex"));
        byte[] text = Encoding.UTF8.GetBytes(PersonText(""","names":[{"given":["Ada"],"surname":"Sh\u0061h"}],"sex":{"code":"1"},"datesOfBirth":[{"date":"1987"}],"absent":{"/names/1/full":"missing"}"""));
        ArrayBufferWriter<byte> output = new(4096);
        for (int i = 0; i < 3; i++) Once();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Once();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            output.Clear();
            minimiser.TryMinimise(text, output, null, out _);
        }
    }

    [Fact]
    public void One_minimiser_serves_many_threads()
    {
        Minimiser minimiser = new(Person("names/surname"));
        Parallel.For(0, 2_000, i =>
        {
            string text = PersonText($$""","names":[{"surname":"{{i}}","full":"x"}]""");
            Assert.Equal(Copy(Q($",'names':[{{'surname':'{i}'}}]"), Q("'/names/0/full':'withheld'")), Encoding.UTF8.GetString(minimiser.Minimise(Encoding.UTF8.GetBytes(text))));
        });
    }

    [Fact]
    public void Nothing_of_a_text_stays_in_the_buffers()
    {
        // A word that no other test has: behind what was written, a buffer of the shared pool holds what others left there.
        Minimiser minimiser = new(Of(new RecordSharing { Type = "person", Members = ["names/surname"], Redact = [new("sex", "postcode-sector")] }));
        minimiser.Minimise(Encoding.UTF8.GetBytes(PersonText(""","names":[{"surname":"ZWQ\u0058VJ"},{"surname":7}],"sex":"ZWQXVJ","odd":"\u0041 """ + string.Concat(Enumerable.Repeat("ZWQXVJ", 300)) + "\"")));
        Workspace space = Workspace.Take();
        Assert.Equal(-1, space.Copy.Room(4_000).IndexOf("ZWQ"u8));
        Assert.Equal(-1, space.Given(200).IndexOf("ZWQ"));
        space.GiveBack();
    }

    private sealed class QuotingRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length + 4;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            $"\"{source}\"\\\n".CopyTo(destination);
            return source.Length + 4;
        }
    }

    private sealed class ThrowingRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => throw new InvalidOperationException(input.ToString());

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination) => throw new InvalidOperationException(source.ToString());
    }
}
