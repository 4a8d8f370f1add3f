using System.Text;
using System.Text.Json.Nodes;
using Policing.DataModel.Validation;

namespace Policing.Testing;

/// <summary>A dirty variant for each rule of the validator that a document can break.</summary>
internal static class RuleVariants
{
    public static IEnumerable<DirtyVariant> All() =>
        [.. Syntax(), .. Schema(), .. Codes(), .. Values(), .. Links(), .. Bundles(), .. Events(), .. States(), .. Things()];

    private static IEnumerable<DirtyVariant> Syntax() =>
    [
        Text(FindingRules.NotJson, text => text[..^1]),
        Text(FindingRules.DuplicateName, text => text[..^1] + ",\"type\":\"person\"}"),
        new(FindingRules.NotUnicode, source => [.. Bytes(source.Record("person")).AsSpan(..^1), .. ",\"x\":\""u8, 0xC3, .. "\"}"u8]),
        Text(FindingRules.NotAnObject, text => "[" + text + "]"),
        Record(FindingRules.NoType, "person", ("type", "null")),
        Record(FindingRules.OverLimit, "person", ("names", $$"""[{"full":"{{new string('x', (64 << 10) + 1)}}"}]""")),
        Record(FindingRules.WrongKind, "person", ("names", "\"Invented\"")),
        Record(FindingRules.UnknownType, "person", ("type", "\"ufo\"")),
        Text(FindingRules.NullOrEmpty, text => text[..^1] + ",\"occupations\":[]}"),
        new(FindingRules.Missing, source => Bytes(Without(source.Record("person"), "id"))),
        Record(FindingRules.UnknownMember, "person", ("modelVersion", "\"1.7\""), ("favouriteBird", "\"heron\"")),
        Record(FindingRules.OtherMajor, "person", ("modelVersion", "\"2.0\"")),
        Record(FindingRules.LaterMinor, "person", ("modelVersion", "\"1.7\"")),
        Record(FindingRules.MustUnderstand, "person", ("extensions", """{"https://example.org/heron":{"version":"1.0","mustUnderstand":true,"data":{}}}""")),
    ];

    private static IEnumerable<DirtyVariant> Schema() =>
    [
        Record(FindingRules.SchemaKind, "person", ("sex", "null")),
        Record(FindingRules.SchemaClosed, "person", ("favouriteBird", "\"heron\"")),
        Record(FindingRules.SchemaEmpty, "person", ("names", """[{"full":"Invented","given":[]}]""")),
        new(FindingRules.SchemaType, source => Bytes(source.BundleOf("collection", source.Record("person", ("type", "\"ufo\""))))),
        Record(FindingRules.SchemaOther, "person", ("modelVersion", "\"1.00\"")),
    ];

    private static IEnumerable<DirtyVariant> Codes() =>
    [
        Record(FindingRules.UnknownCode, "person", ("sex", "\"heron\"")),
        Record(FindingRules.EmptyCode, "person", ("sex", "\"\"")),
        Record(FindingRules.CodeNotInForce, "crime-outcome", ("homeOffice", "\"22\""), ("date", "\"2019-03\"")),
        Record(FindingRules.NotMapped, "person", ("sex", """{"text":"Male"}""")),
        Record(FindingRules.UnknownAgency, "person", ("controllers", """[{"scheme":"police","id":"heron-valley"}]""")),
    ];

    private static IEnumerable<DirtyVariant> Values() =>
    [
        Record(FindingRules.Malformed, "person", ("datesOfBirth", """[{"date":"31 June"}]""")),
        Record(FindingRules.ValueAndReason, "person", ("absent", """{"/sex":"unknown"}""")),
        Record(FindingRules.PointerNowhere, "person", ("absent", """{"/plumage":"unknown"}""")),
        new(FindingRules.NoController, source => Bytes(Without(source.Record("person", ("collection", """{"regime":"dpa-part-3"}""")), "controllers"))),
        Record(FindingRules.TimeWindow, "crime", ("occurred", """{"kind":"4","start":"2022"}""")),
        Record(FindingRules.FutureDate, "crime", ("reportedAt", "\"2090-01-01\""), ("recordedAt", "\"2090-01-01\"")),
        Record(FindingRules.DateOrder, "crime", ("reportedAt", "\"2023-06-02\""), ("recordedAt", "\"2023-06-01\""), ("occurred", """{"start":"2023-06-01"}""")),
        Record(FindingRules.PointOutside, "location", ("point", """{"latitude":51.5}""")),
        Record(FindingRules.PointAbroad, "location", ("point", """{"latitude":0.7,"longitude":54.1}""")),
        Record(FindingRules.LondonClock, "stop-search", ("at", "\"2025-03-30T01:30\"")),
        Record(FindingRules.EmailForm, "email-address", ("address", "\"heron.example.org\"")),
        Record(FindingRules.DueDate, "person", ("expectedDueDate", "\"2024-01-01\""), ("datesOfBirth", "[]")),
        Record(FindingRules.RangeOrder, "person", ("descriptions", """[{"heightFrom":180,"heightTo":170}]""")),
        Record(FindingRules.ImpossibleAge, "person", ("datesOfBirth", """[{"date":"1850"}]""")),
        Record(FindingRules.IdentifierForm, "person", ("identifiers", """[{"kind":"pnc-id","value":"2090/0000001B"}]""")),
        Record(FindingRules.AboveCeiling, "person", ("marking", """{"tier":"secret"}""")),
    ];

    private static IEnumerable<DirtyVariant> Links() =>
    [
        Record(FindingRules.LinkKinds, "link", ("from", End("location", 1)), ("to", End("crime", 2)), ("role", "\"suspect\"")),
        Record(FindingRules.LinkEnd, "link", ("from", """{"kind":"person"}""")),
        Record(FindingRules.RoleDetails, "link", ("from", End("person", 1)), ("to", End("crime", 2)), ("role", "\"suspect\""), ("victim", """{"repeatVictim":true}""")),
    ];

    private static IEnumerable<DirtyVariant> Bundles() =>
    [
        new(FindingRules.EndNotFound, source => Bytes(source.BundleOf("collection", source.Record("link")))),
        new(FindingRules.DuplicateId, source => Bytes(source.BundleOf("collection", source.Record("person"), source.Record("person")))),
        new(FindingRules.BundleMarking, source => Bytes(source.BundleOf("collection", source.Record("person", ("marking", """{"tier":"official","sensitive":true}"""))))),
        new(FindingRules.NestedBundle, source => Bytes(source.BundleOf("collection", source.BundleOf("collection")))),
        new(FindingRules.BundleParts, source => Bytes(source.BundleOf("submission", source.Record("crime")))),
        new(FindingRules.SharingMissing, source => Bytes(Sent(source.BundleOf("submission", source.Record("crime")), "kent"))),
        new(FindingRules.OrphanPerson, source => Bytes(Sent(source.BundleOf("submission", source.Record("person")), "essex"))),
        new(FindingRules.MessageSequence, source => Bytes(Message(Sent(source.BundleOf("message"), "essex")))),
        Record(FindingRules.RejectionUnexplained, "receipt", ("bundle", "\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058\""), ("state", "\"rejected\""), ("operationalStatus", "\"test\"")),
    ];

    private static IEnumerable<DirtyVariant> Events() =>
    [
        Graded(FindingRules.GradeUnconditional, """{"source":"1","assessment":"B","handling":"P","action":"A1"}"""),
        Graded(FindingRules.GradeConditional, """{"source":"1","assessment":"B","handling":"C","sanitisation":"S2","conditions":"x"}"""),
        Graded(FindingRules.GradeUsage, """{"source":"1","assessment":"B","handling":"C","action":"A3","sanitisation":"S1","conditions":"x"}"""),
        Record(FindingRules.CancellationReason, "crime", ("recordingStatus", "\"cancelled\"")),
        new(FindingRules.OutcomeUndated, source => Bytes(Without(source.Record("crime-outcome"), "date"))),
        Record(FindingRules.AutomationBasis, "decision-record", ("significant", "true"), ("solelyAutomated", "true"), ("sensitiveProcessing", "true")),
        Record(FindingRules.Likelihood, "decision-record", ("likelihood", "1.5")),
    ];

    private static IEnumerable<DirtyVariant> States() =>
    [
        Record(FindingRules.TombstoneContent, "person", ("status", """{"state":"disposed","since":"2024-01-01T00:00:00Z","authority":"invented"}""")),
        Record(FindingRules.TombstoneParts, "person", ("status", """{"state":"disposed"}""")),
        Record(FindingRules.MergedInto, "person", ("status", """{"state":"merged"}""")),
        Record(FindingRules.RestrictedGround, "person", ("status", """{"state":"restricted"}""")),
    ];

    private static IEnumerable<DirtyVariant> Things() =>
    [
        Record(FindingRules.DocumentCountry, "identity-document", ("driverNumber", "\"99999001010AA9AA\""), ("country", "\"FRA\"")),
        Record(FindingRules.SealBroken, "exhibit", ("continuity", """[{"sealAfter":"A1"},{"sealBefore":"A2"}]""")),
        Record(FindingRules.NumberOfOther, "property", ("category", "\"animal\""), ("uniqueIds", """[{"kind":"imei","value":"490154203237518"}]""")),
    ];

    private static DirtyVariant Record(FindingRule rule, string type, params (string Member, string Json)[] changes) => new(rule, source => Bytes(source.Record(type, changes)));

    private static DirtyVariant Text(FindingRule rule, Func<string, string> spoil) => new(rule, source => Encoding.UTF8.GetBytes(spoil(source.Record("person").ToJsonString())));

    private static DirtyVariant Graded(FindingRule rule, string grade) => Record(rule, "intelligence-report", ("items", $$"""[{"grade":{{grade}}}]"""));

    private static string End(string kind, int number) => $$"""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a805{{number}}","kind":"{{kind}}"}""";

    private static JsonObject Sent(JsonObject bundle, string recipient)
    {
        bundle["sender"] = JsonNode.Parse("""{"scheme":"police","id":"essex"}""");
        bundle["recipients"] = JsonNode.Parse($$"""[{"scheme":"police","id":"{{recipient}}"}]""");
        return bundle;
    }

    private static JsonObject Message(JsonObject bundle)
    {
        bundle["message"] = JsonNode.Parse("""{"action":"update","sequence":0}""");
        return bundle;
    }

    private static JsonObject Without(JsonObject record, string member)
    {
        record.Remove(member);
        return record;
    }

    private static byte[] Bytes(JsonObject record) => Encoding.UTF8.GetBytes(record.ToJsonString());
}
