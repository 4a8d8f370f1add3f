using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>The cases of the rules of statuses, grades, events, bundles and receipts.</summary>
internal static class EventCases
{
    private const string Essex = """{"scheme":"police","id":"essex"}""";
    private const string Kent = """{"scheme":"police","id":"kent"}""";
    private const string LinkId = "\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8059\"";

    public static IReadOnlyList<RuleCase> All =>
    [
        .. Grades, .. Statuses, .. Exchanges, .. Decisions, .. Dates,
        new(FindingRules.CancellationReason, "/cancellation", RuleCase.Record("crime", "\"recordingStatus\":\"cancelled\"")),
        new(FindingRules.CancellationReason, "/cancellation/reason", RuleCase.Record("crime", "\"recordingStatus\":\"cancelled\",\"cancellation\":{\"explanation\":\"x\"}")),
        new(FindingRules.OutcomeUndated, "/date", RuleCase.Record("crime-outcome", "\"homeOffice\":\"1\"")),
    ];

    private static RuleCase[] Grades =>
    [
        new(FindingRules.GradeUnconditional, "/items/0/grade/action", Graded("\"handling\":\"P\",\"action\":\"A1\"")),
        new(FindingRules.GradeUnconditional, "/items/0/grade/sanitisation", Graded("\"sanitisation\":\"S1\"")),
        new(FindingRules.GradeConditional, "/items/0/grade/action", Graded("\"handling\":\"C\",\"sanitisation\":\"S2\",\"conditions\":\"x\"")),
        new(FindingRules.GradeConditional, "/items/0/grade/conditions", Graded("\"handling\":\"C\",\"action\":\"A2\",\"sanitisation\":\"S2\"")),
        new(FindingRules.GradeUsage, "/items/0/grade/usage", Graded("\"handling\":\"C\",\"action\":\"A3\",\"sanitisation\":\"S1\",\"conditions\":\"x\"")),
    ];

    private static RuleCase[] Statuses =>
    [
        new(FindingRules.TombstoneContent, "/names", RuleCase.Person($"\"names\":[{{\"surname\":\"x\"}}],{Tombstone}").Replace(RuleCase.Held + ",", "", StringComparison.Ordinal)),
        new(FindingRules.TombstoneContent, "/controllers", RuleCase.Person(Tombstone)),
        new(FindingRules.TombstoneContent, "/~[5]", Bare($"{Tombstone},\"canary\":1")),
        new(FindingRules.TombstoneParts, "/version", Bare("\"status\":{\"state\":\"disposed\",\"since\":\"2025-01-01T00:00:00Z\",\"authority\":\"x\"}")),
        new(FindingRules.TombstoneParts, "/status/authority", Bare("\"version\":{\"number\":2},\"status\":{\"state\":\"disposed\",\"since\":\"2025-01-01T00:00:00Z\"}")),
        new(FindingRules.MergedInto, "/status/into", RuleCase.Person("\"status\":{\"state\":\"merged\"}")),
        new(FindingRules.MergedInto, "/status/into", RuleCase.Person("\"status\":{\"state\":\"merged\",\"into\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057\"}")),
        new(FindingRules.RestrictedGround, "/status/ground", RuleCase.Person("\"status\":{\"state\":\"restricted\"}")),
    ];

    private static RuleCase[] Exchanges =>
    [
        new(FindingRules.SharingMissing, "/sharing", RuleCase.Bundle("", kind: "submission", more: $"\"sender\":{Essex},\"recipients\":[{Essex},{Kent}]")),
        new(FindingRules.OrphanPerson, "/records/0", RuleCase.Bundle(RuleCase.Person(""), kind: "submission", more: $"\"sender\":{Essex},\"recipients\":[{Essex}]")),
        new(FindingRules.MessageSequence, "/message/sequence", RuleCase.Bundle("", kind: "message", more: $"\"sender\":{Essex},\"recipients\":[{Essex}],\"message\":{{\"action\":\"update\",\"sequence\":0}}")),
        new(FindingRules.RejectionUnexplained, "/reason", Receipt("rejected")),
    ];

    private static RuleCase[] Decisions =>
    [
        new(FindingRules.AutomationBasis, "/automationBasis", RuleCase.Record("decision-record", "\"significant\":true,\"solelyAutomated\":true,\"sensitiveProcessing\":true")),
        new(FindingRules.Likelihood, "/likelihood", RuleCase.Record("decision-record", "\"likelihood\":1.01")),
        new(FindingRules.Likelihood, "/likelihood", RuleCase.Record("decision-record", "\"likelihood\":-0.01")),
    ];

    // One for each record and part that has dates in order, and for each that has happened.
    private static RuleCase[] Dates =>
    [
        Future("incident", "reportedAt"), Future("arrest", "arrestedAt"), Future("custody", "arrivedAt"), Future("charge", "at"),
        Future("intelligence-report", "intelligenceDate"), Future("missing-person-episode", "reportedAt"), Future("safeguarding-concern", "raisedAt"),
        Future("investigation", "openedAt"), Future("bail", "grantedAt"), Future("order", "madeAt"), Future("warrant", "issuedAt"), Future("statement", "takenAt"),
        Future("use-of-force", "at"), Future("road-traffic-collision", "reportedAt"), Future("sudden-death", "foundAt"), Future("risk-assessment", "assessedAt"),
        Future("decision-record", "decidedAt"),
        Order("incident", "reportedAt", "closedAt"), Order("stop-search", "detainedAt", "at"), Order("arrest", "arrestedAt", "releasedAt"),
        Order("custody", "arrestedAt", "authorisedAt"), Order("custody", "arrivedAt", "authorisedAt"), Order("custody", "authorisedAt", "releasedAt"),
        Order("custody", "arrestedAt", "releasedAt"), Order("charge", "at", "verdictAt"), Order("missing-person-episode", "returnedAt", "closedAt"),
        Order("safeguarding-concern", "raisedAt", "closedAt"), Order("investigation", "openedAt", "closedAt"), Order("bail", "grantedAt", "endedAt"),
        Order("bail", "grantedAt", "until"), Order("order", "madeAt", "dischargedAt"), Order("order", "from", "to"), Order("warrant", "issuedAt", "withdrawnAt"),
        Order("warrant", "issuedAt", "expiresAt"), Order("statement", "takenAt", "retractedAt"), Order("sudden-death", "foundAt", "pronouncedAt"),
        Order("decision-record", "decidedAt", "informedAt"),
        Order("intelligence-report", "submittedAt", "assessedAt", "2025-02-02T00:00:00Z", "2025-02-01T00:00:00Z"),
        new(FindingRules.DateOrder, "/at", RuleCase.Record("charge", "\"occurred\":{\"start\":\"2025-02\"},\"at\":\"2025-01\"")),
        new(FindingRules.DateOrder, "/reportedAt", RuleCase.Record("missing-person-episode", "\"lastSeen\":{\"start\":\"2025-02\"},\"reportedAt\":\"2025-01\"")),
        new(FindingRules.DateOrder, "/reportedAt", RuleCase.Record("road-traffic-collision", "\"occurred\":{\"start\":\"2025-02\"},\"reportedAt\":\"2025-01\"")),
        InPart("incident", "attendances", "assignedAt", "clearedAt"), InPart("crime-outcome", "conditions", "from", "to", ",\"date\":\"2025\""),
        InPart("custody", "detentionExtensions", "at", "until"), InPart("custody", "interviews", "startedAt", "endedAt"), InPart("charge", "disposals", "from", "to"),
        InPart("intelligence-report", "items", "firstKnown", "lastKnown"), InPart("bail", "bailExtensions", "at", "until"), InPart("investigation", "allocations", "from", "to"),
        InPart("investigation", "authorisations", "from", "to"), InPart("decision-record", "challenges", "receivedAt", "answeredAt"),
        new(FindingRules.DateOrder, "/transfer/acceptedAt", RuleCase.Record("crime", "\"transfer\":{\"at\":\"2025-02\",\"acceptedAt\":\"2025-01\"}")),
        new(FindingRules.DateOrder, "/returnInterview/at", RuleCase.Record("missing-person-episode", "\"returnInterview\":{\"offeredAt\":\"2025-02\",\"at\":\"2025-01\"}")),
        new(FindingRules.DateOrder, "/involvement/0/endedAt", RuleCase.Record(
            "decision-record", "\"involvement\":[{\"startedAt\":\"2025-02-02T00:00:00Z\",\"endedAt\":\"2025-02-01T00:00:00Z\"}]")),
        new(FindingRules.LondonClock, "/arrestedAt", RuleCase.Record("arrest", "\"arrestedAt\":\"2025-03-30T01:30\"")),
        new(FindingRules.EndNotFound, "/records/1/from", RuleCase.Bundle(
            $"{RuleCase.Record("crime", "").Replace(RuleCase.Id, RuleCase.Other, StringComparison.Ordinal)},{RuleCase.Link(RuleCase.End(RuleCase.Id), RuleCase.End(RuleCase.Other), id: LinkId)}")),
    ];

    private const string Tombstone =
        "\"version\":{\"number\":2},\"status\":{\"state\":\"disposed\",\"since\":\"2025-01-01T00:00:00Z\",\"authority\":\"Records board\"}";

    private static RuleCase Future(string type, string member) => new(FindingRules.FutureDate, $"/{member}", RuleCase.Record(type, $"\"{member}\":\"2026-03-05\""));

    private static RuleCase Order(string type, string first, string second, string later = "2025-02-02", string earlier = "2025-02-01") =>
        new(FindingRules.DateOrder, $"/{second}", RuleCase.Record(type, $"\"{first}\":\"{later}\",\"{second}\":\"{earlier}\""));

    private static RuleCase InPart(string type, string list, string first, string second, string more = "") =>
        new(FindingRules.DateOrder, $"/{list}/0/{second}", RuleCase.Record(type, $"\"{list}\":[{{\"{first}\":\"2025-02\",\"{second}\":\"2025-01\"}}]{more}"));

    private static string Graded(string grade) =>
        RuleCase.Record("intelligence-report", $"\"items\":[{{\"grade\":{{\"source\":\"1\",\"assessment\":\"B\",{grade}}}}}]");

    private static string Bare(string members) => RuleCase.Record("person", members, held: "");

    private static string Receipt(string state) => RuleCase.Record(
        "receipt", $"\"bundle\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058\",\"state\":\"{state}\",\"operationalStatus\":\"test\"", held: "");
}
