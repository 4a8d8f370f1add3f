using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>A small document that causes one finding: the rule, and where.</summary>
internal sealed record RuleCase(FindingRule Rule, string Pointer, string Json)
{
    private const string Id = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057\"";
    private const string Other = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058\"";
    private const string Third = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8059\"";
    private const string Held = "\"controllers\":[{\"scheme\":\"police\",\"id\":\"essex\"}]";

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
        new(FindingRules.NullOrEmpty, "/sex", Person("\"sex\":null")),
        new(FindingRules.NullOrEmpty, "/names/0/given", Person("\"names\":[{\"given\":[]}]")),
        new(FindingRules.Missing, "/modelVersion", $"{{{Id},\"type\":\"person\",{Held}}}"),
        new(FindingRules.Missing, "/role", Link(End(Id), End(Other), role: null)),
        new(FindingRules.UnknownMember, "/~[4]", Person("\"x\":1")),
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
        new(FindingRules.BundleParts, "/message", Bundle("", kind: "message", more: "\"sender\":{\"scheme\":\"police\",\"id\":\"essex\"},\"recipients\":[{\"scheme\":\"police\",\"id\":\"kent\"}]")),
        new(FindingRules.AboveCeiling, "/marking/tier", Person("\"marking\":{\"tier\":\"secret\"}")),
        new(FindingRules.AboveCeiling, "/marking/granular/0/tier", Person("\"marking\":{\"granular\":[{\"pointer\":\"/id\",\"tier\":\"secret\"}]}")),
    ];

    private static string Joined(params string[] members) => $"{{{string.Join(',', members.Where(m => m.Length > 0))}}}";

    private static string Record(string type, string members, string version = "1.0", string held = Held) =>
        Joined(Id, $"\"type\":\"{type}\"", $"\"modelVersion\":\"{version}\"", held, members);

    private static string Place => Record("location", "").Replace(Id, Other, StringComparison.Ordinal);

    private static string Person(string members) => Record("person", members);

    private static string End(string id) => $"{{{id}}}";

    private static string Link(string from, string to, string? role = "suspect", string more = "", string id = Id) =>
        Joined(id, "\"type\":\"link\",\"modelVersion\":\"1.0\"", $"\"from\":{from},\"to\":{to}", role is null ? "" : $"\"role\":\"{role}\"", more);

    private static string Bundle(string records, string kind = "collection", string more = "") => Joined(
        "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a805a\",\"type\":\"bundle\",\"modelVersion\":\"1.0\"",
        $"\"kind\":\"{kind}\",\"operationalStatus\":\"test\"", more, records.Length == 0 ? "" : $"\"records\":[{records}]");
}
