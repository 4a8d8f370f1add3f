using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>A small document that causes one finding: the rule, and where.</summary>
internal sealed record RuleCase(FindingRule Rule, string Pointer, string Json)
{
    internal const string Id = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057\"";
    internal const string Other = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058\"";
    internal const string Held = "\"controllers\":[{\"scheme\":\"police\",\"id\":\"essex\"}]";
    private const string Third = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8059\"";

    /// <summary>The day of the validation.</summary>
    public static readonly DateTimeOffset Today = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>At least one for each rule of the package that a document can cause.</summary>
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(FindingRules.NotJson, "/sex", Person("\"sex\":nil")),
        new(FindingRules.NotJson, "", ""),
        new(FindingRules.DuplicateName, "/sex", Person("\"sex\":\"1\",\"s\\u0065x\":\"1\"")),
        new(FindingRules.NotUnicode, "/names/0/full", Person("\"names\":[{\"full\":\"\\ud800\"}]")),
        new(FindingRules.NotAnObject, "", "[]"),
        new(FindingRules.NoType, "", $"{{{Id}}}"),
        new(FindingRules.NoType, "/records/0", Bundle($"{{{Id},\"modelVersion\":\"1.0\"}}")),
        new(FindingRules.OverLimit, "/names/0/full", Person($"\"names\":[{{\"full\":\"{new string('x', (64 << 10) + 1)}\"}}]")),
        new(FindingRules.WrongKind, "/names/0/given/1", Person("\"names\":[{\"given\":[\"A\",1]}]")),
        new(FindingRules.UnknownType, "", Record("ufo", "\"x\":1")),
        new(FindingRules.NullOrEmpty, "/sex", Record("person", "\"sex\":null", version: "1.1")),
        new(FindingRules.NullOrEmpty, "/names/0/given", Record("person", "\"names\":[{\"given\":[]}]", version: "1.1")),
        new(FindingRules.Missing, "/modelVersion", $"{{{Id},\"type\":\"person\",{Held}}}"),
        new(FindingRules.Missing, "/role", Link(End(Id), End(Other), role: null)),
        new(FindingRules.UnknownMember, "/~[4]", Record("person", "\"x\":1", version: "1.1")),
        new(FindingRules.SchemaKind, "/sex", Person("\"sex\":null")),
        new(FindingRules.SchemaClosed, "/~[4]", Person("\"x\":1")),
        new(FindingRules.SchemaClosed, "/names/0/~[1]", Person("\"names\":[{\"full\":\"A\",\"x\":1}]")),
        new(FindingRules.SchemaClosed, "/records/0/~[4]", Bundle(Person("\"x\":1"))),
        new(FindingRules.SchemaEmpty, "/names/0/given", Person("\"names\":[{\"full\":\"A\",\"given\":[]}]")),
        new(FindingRules.SchemaEmpty, "/names/0/full", Person("\"names\":[{\"full\":\"\"}]")),
        new(FindingRules.SchemaEmpty, "/names/0", Person("\"names\":[{}]")),
        new(FindingRules.SchemaType, "/records/0", Bundle(Record("ufo", ""))),
        new(FindingRules.SchemaOther, "/modelVersion", Record("person", "", version: "1.00")),
        new(FindingRules.OtherMajor, "/modelVersion", Record("person", "", version: "2.0")),
        new(FindingRules.OtherMajor, "/modelVersion", Record("person", "", version: "1")),
        new(FindingRules.LaterMinor, "/modelVersion", Record("person", "", version: "1.1")),
        new(FindingRules.MustUnderstand, "/extensions/~[0]", Person("\"extensions\":{\"https://example.org/x\":{\"mustUnderstand\":true}}")),
        new(FindingRules.UnknownCode, "/sex", Person("\"sex\":\"3\"")),
        new(FindingRules.UnknownCode, "/sex", Person("\"sex\":{\"list\":\"https://example.org/x\",\"code\":\"M\",\"national\":\"3\"}")),
        new(FindingRules.UnknownCode, "/controllers/0/scheme", Record("person", "", held: "\"controllers\":[{\"scheme\":\"/not-a-uri\",\"id\":\"x\"}]")),
        new(FindingRules.EmptyCode, "/sex", Person("\"sex\":\"\"")),
        new(FindingRules.CodeNotInForce, "/homeOffice", Record("crime-outcome", "\"homeOffice\":\"22\",\"date\":\"2019-03\"")),
        new(FindingRules.NotMapped, "/sex", Person("\"sex\":{\"text\":\"Male\"}")),
        new(FindingRules.UnknownAgency, "/controllers/0/id", Record("person", "", held: "\"controllers\":[{\"scheme\":\"police\",\"id\":\"Essex\"}]")),
        new(FindingRules.UnknownAgency, "/processor/id", Person("\"processor\":{\"scheme\":\"police\"}")),
        new(FindingRules.Malformed, "/dateOfDeath", Person("\"dateOfDeath\":\"1.1.2020\"")),
        new(FindingRules.Malformed, "/id", Person("").Replace("urn:uuid:", "", StringComparison.Ordinal)),
        new(FindingRules.Malformed, "/status/into", Person("\"status\":{\"into\":\"\"}")),
        new(FindingRules.ValueAndReason, "/absent/~[0]", Person("\"sex\":\"1\",\"absent\":{\"/sex\":\"unknown\"}")),
        new(FindingRules.PointerNowhere, "/absent/~[0]", Person("\"absent\":{\"/gender\":\"unknown\"}")),
        new(FindingRules.PointerNowhere, "/absent/~[1]", Person("\"absent\":{\"/sex\":\"unknown\",\"/~2\":\"unknown\"}")),
        new(FindingRules.PointerNowhere, "/marking/granular/0", Person("\"marking\":{\"granular\":[{\"pointer\":\"/names/0\"}]}")),
        new(FindingRules.NoController, "", Record("person", "", held: "")),
        new(FindingRules.TimeWindow, "/occurred", Record("crime", "\"occurred\":{\"kind\":\"4\",\"start\":\"2020\"}")),
        new(FindingRules.TimeWindow, "/occurred", Record("crime", "\"occurred\":{\"start\":\"2020-02\",\"end\":\"2020-01\"}")),
        new(FindingRules.FutureDate, "/dateOfDeath", Person("\"dateOfDeath\":\"2026-03-05\"")),
        new(FindingRules.FutureDate, "/datesOfBirth/0/date", Person("\"datesOfBirth\":[{\"date\":\"2027\"}]")),
        new(FindingRules.FutureDate, "/at", Record("stop-search", "\"at\":\"2026-03-05T10:00Z\"")),
        new(FindingRules.FutureDate, "/reportedAt", Record("anti-social-behaviour", "\"reportedAt\":\"2026-04\"")),
        new(FindingRules.FutureDate, "/date", Record("crime-outcome", "\"date\":\"2026-04\"")),
        new(FindingRules.DateOrder, "/recordedAt", Record("crime", "\"reportedAt\":\"2025-02-02\",\"recordedAt\":\"2025-02-01\"")),
        new(FindingRules.DateOrder, "/end", Link(End(Id), End(Other), more: "\"start\":\"2020\",\"end\":\"2019\"")),
        new(FindingRules.FutureDate, "/agesStated/0/at", Person("\"agesStated\":[{\"years\":30,\"at\":\"2027\"}]")),
        new(FindingRules.FutureDate, "/formedAt", Record("organisation", "\"formedAt\":\"2027\"")),
        new(FindingRules.FutureDate, "/firstRegisteredAt", Record("vehicle", "\"firstRegisteredAt\":\"2027\"")),
        new(FindingRules.FutureDate, "/closedAt", Record("online-account", "\"closedAt\":\"2027\"")),
        new(FindingRules.FutureDate, "/issuedAt", Record("identity-document", "\"issuedAt\":\"2027\"")),
        new(FindingRules.FutureDate, "/takenAt", Record("media-item", "\"takenAt\":\"2027\"")),
        new(FindingRules.FutureDate, "/seizedAt", Record("exhibit", "\"seizedAt\":\"2027\"")),
        new(FindingRules.DateOrder, "/dateOfDeath", Person("\"datesOfBirth\":[{\"date\":\"1990\"}],\"dateOfDeath\":\"1989-12\"")),
        new(FindingRules.DateOrder, "/ceasedAt", Record("organisation", "\"formedAt\":\"2020\",\"ceasedAt\":\"2019\"")),
        new(FindingRules.DateOrder, "/closedAt", Record("online-account", "\"openedAt\":\"2020\",\"closedAt\":\"2019\"")),
        new(FindingRules.DateOrder, "/expiresAt", Record("identity-document", "\"issuedAt\":\"2020\",\"expiresAt\":\"2019\"")),
        new(FindingRules.DateOrder, "/issuedAt", Record("identity-document", "\"issuedAt\":\"1980\",\"holderDateOfBirth\":\"1990\"")),
        new(FindingRules.DateOrder, "/takenUntil", Record("media-item", "\"takenAt\":\"2025-02-02\",\"takenUntil\":\"2025-02-01\"")),
        new(FindingRules.DateOrder, "/continuity/1", Record("exhibit", "\"continuity\":[{\"at\":\"2025-02-02\"},{\"at\":\"2025-02-01\"}]")),
        new(FindingRules.EmailForm, "/address", Record("email-address", "\"address\":\"example.org\"")),
        new(FindingRules.EmailForm, "/address", Record("email-address", "\"address\":\"a@example..org\"")),
        new(FindingRules.EmailForm, "/address", Record("email-address", "\"address\":\"a b@example.org\"")),
        new(FindingRules.EmailForm, "/address", Record("email-address", "\"address\":\"a@\"")),
        new(FindingRules.DueDate, "/expectedDueDate", Person("\"expectedDueDate\":\"2026-02-03\"")),
        new(FindingRules.DueDate, "/expectedDueDate", Person("\"expectedDueDate\":\"2026-12-05\"")),
        new(FindingRules.RangeOrder, "/descriptions/0/heightTo", Person("\"descriptions\":[{\"heightFrom\":180,\"heightTo\":179}]")),
        new(FindingRules.RangeOrder, "/descriptions/0/weightTo", Person("\"descriptions\":[{\"weightFrom\":80,\"weightTo\":70}]")),
        new(FindingRules.RangeOrder, "/descriptions/0/ageTo", Person("\"descriptions\":[{\"ageFrom\":30,\"ageTo\":25}]")),
        new(FindingRules.ImpossibleAge, "/datesOfBirth/0", Person("\"datesOfBirth\":[{\"date\":\"1904\"}]")),
        new(FindingRules.ImpossibleAge, "/datesOfBirth/0", Person("\"datesOfBirth\":[{\"date\":\"1850\"}],\"dateOfDeath\":\"1990\"")),
        new(FindingRules.ImpossibleAge, "/agesStated/0/years", Person("\"agesStated\":[{\"years\":121}]")),
        new(FindingRules.DocumentCountry, "/country", Record("identity-document", "\"driverNumber\":\"99999001010AA9AA\",\"country\":\"FRA\"")),
        new(FindingRules.RoleDetails, "/victim", Link(End(Id), End(Other), more: "\"victim\":{\"repeatVictim\":true}")),
        new(FindingRules.RoleDetails, "/witness", Link(End(Id), End(Other), more: "\"witness\":{\"independent\":true}")),
        new(FindingRules.RoleDetails, "/suspect", Link(End(Id), End(Other), role: "witness", more: "\"suspect\":{\"repeatOffender\":true}")),
        new(FindingRules.SealBroken, "/continuity/1", Record("exhibit", "\"continuity\":[{\"sealAfter\":\"A1\"},{\"sealBefore\":\"A2\"}]")),
        new(FindingRules.SealBroken, "/sealNumber", Record("exhibit", "\"sealNumber\":\"A1\",\"continuity\":[{\"sealAfter\":\"A2\"},{\"place\":\"Store\"}]")),
        new(FindingRules.NumberOfOther, "/uniqueIds/0", Record("property", "\"category\":\"animal\",\"uniqueIds\":[{\"kind\":\"imei\",\"value\":\"490154203237518\"}]")),
        new(FindingRules.IdentifierForm, "/uniqueIds/0/value", Record("property", "\"uniqueIds\":[{\"kind\":\"imei\",\"value\":\"490154203237519\"}]")),
        new(FindingRules.IdentifierForm, "/otherIdentifiers/0/value", Record("vehicle", "\"otherIdentifiers\":[{\"kind\":\"vrm\",\"value\":\"AB12/CDE\"}]")),
        new(FindingRules.IdentifierForm, "/networkTraces/0/ipAddress", Record("online-account", "\"networkTraces\":[{\"ipAddress\":\"203.0.113.256\"}]")),
        new(FindingRules.PointOutside, "/point", Record("location", "\"point\":{\"latitude\":51.5}")),
        new(FindingRules.PointOutside, "/point", Record("location", "\"point\":{\"latitude\":90.5,\"longitude\":0}")),
        new(FindingRules.PointAbroad, "/point", Record("location", "\"point\":{\"latitude\":0.1,\"longitude\":51.5}")),
        new(FindingRules.LondonClock, "/at", Record("stop-search", "\"at\":\"2025-03-30T01:30\"")),
        new(FindingRules.LondonClock, "/occurred/start", Record("crime", "\"occurred\":{\"start\":\"2025-10-26T01:30\"}")),
        new(FindingRules.LinkKinds, "/role", Link($"{{{Id},\"kind\":\"location\"}}", $"{{{Other},\"kind\":\"crime\"}}")),
        new(FindingRules.LinkKinds, "/role", Link($"{{{Id},\"kind\":\"person\"}}", $"{{{Other},\"kind\":\"location\"}}", role: "same-as")),
        new(FindingRules.LinkKinds, "/records/2/role", Bundle($"{Person("")},{Place},{Link(End(Id), End(Other), id: Third)}")),
        new(FindingRules.LinkKinds, "/records/0/role", Bundle($"{Link($"{{{Id},\"kind\":\"person\"}}", End(Other), id: Third)},{Person("")},{Place}")),
        new(FindingRules.LinkKinds, "/records/1/role", Bundle($"{Person("")},{Link(End(Id), End(Other), id: Third)}", more: $"\"external\":[{{{Other},\"kind\":\"location\"}}]")),
        new(FindingRules.LinkEnd, "/from", Link("{}", End(Other))),
        new(FindingRules.LinkEnd, "/to", Link(End(Id), $"{{{Other},\"reference\":{{\"system\":\"x\",\"value\":\"1\"}}}}")),
        new(FindingRules.EndNotFound, "/records/1/to", Bundle($"{Person("")},{Link(End(Id), End(Other), id: Third)}")),
        new(FindingRules.DuplicateId, "/records/1", Bundle($"{Person("")},{Record("location", "")}")),
        new(FindingRules.BundleMarking, "/records/0", Bundle(Person("\"marking\":{\"tier\":\"official\",\"sensitive\":true}"))),
        new(FindingRules.NestedBundle, "/records/0", Bundle(Bundle("").Replace("a805a", "a805b", StringComparison.Ordinal))),
        new(FindingRules.BundleParts, "/sender", Bundle("", kind: "submission", more: "\"recipients\":[{\"scheme\":\"police\",\"id\":\"kent\"}]")),
        new(FindingRules.BundleParts, "/message", Bundle("", kind: "message", more: "\"sender\":{\"scheme\":\"police\",\"id\":\"essex\"},\"recipients\":[{\"scheme\":\"police\",\"id\":\"essex\"}]")),
        new(FindingRules.AboveCeiling, "/marking/tier", Person("\"marking\":{\"tier\":\"secret\"}")),
        new(FindingRules.AboveCeiling, "/marking/granular/0/tier", Person("\"marking\":{\"granular\":[{\"pointer\":\"/id\",\"tier\":\"secret\"}]}")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("pnc-id", "1981/0000034V")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("cro-number", "85227/65G")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("asn", "2202XC0200000000021D")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("nino", "QQ123456C")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("nino", " ")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("driver-number", "99999021010AA9AA", "GBR")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("passport-number", "12345678", "GBR")),
        new(FindingRules.IdentifierForm, "/identifiers/0/value", Identifier("passport-number", "1234-5678")),
        .. EventCases.All,
    ];

    private static string Identifier(string kind, string value, string country = "FRA") =>
        Person($"\"identifiers\":[{{\"kind\":\"{kind}\",\"value\":\"{value}\",\"country\":\"{country}\"}}]");

    private static string Joined(params string[] members) => $"{{{string.Join(',', members.Where(m => m.Length > 0))}}}";

    internal static string Record(string type, string members, string version = "1.0", string held = Held) =>
        Joined(Id, $"\"type\":\"{type}\"", $"\"modelVersion\":\"{version}\"", held, members);

    private static string Place => Record("location", "").Replace(Id, Other, StringComparison.Ordinal);

    internal static string Person(string members) => Record("person", members);

    internal static string End(string id) => $"{{{id}}}";

    internal static string Link(string from, string to, string? role = "suspect", string more = "", string id = Id) =>
        Joined(id, "\"type\":\"link\",\"modelVersion\":\"1.0\"", $"\"from\":{from},\"to\":{to}", role is null ? "" : $"\"role\":\"{role}\"", more);

    internal static string Bundle(string records, string kind = "collection", string more = "") => Joined(
        "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a805a\",\"type\":\"bundle\",\"modelVersion\":\"1.0\"",
        $"\"kind\":\"{kind}\",\"operationalStatus\":\"test\"", more, records.Length == 0 ? "" : $"\"records\":[{records}]");
}
