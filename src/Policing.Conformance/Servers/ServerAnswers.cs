using System.Text.Json;
using Policing.Conformance.Cases;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Conformance.Servers;

/// <summary>What a server must do besides refusing.</summary>
internal static class ServerAnswers
{
    private const int MostPages = 20;
    private const string Reason = """{"action":"retract","reason":"Conformance run"}""";
    private static readonly PolicingValidator Strict = new(new ValidationOptions { Ceiling = null });

    /// <summary>By the key that the clause of a requirement ends with.</summary>
    public static IEnumerable<(string Key, ServerCase Case)> All() =>
    [
        Of("getCapabilities/answers", "the capabilities", CapabilitiesAsync), Of("getCapabilities/echoes", "what every answer has", EchoesAsync),
        Of("getRecord/whole", "a record that was written", WholeAsync), Of("putRecord/created", "a new record", CreatedAsync), Of("putRecord/again", "the same record twice", AgainAsync),
        Of("putRecord/replaced", "a record with another content", ReplacedAsync), Of("putRecord/whole-or-nothing", "a record that was refused", RefusedAsync),
        Of("changeStatus/retracted", "a record that is retracted", RetractedAsync), Of("changeStatus/keyed", "the same change twice", KeyedAsync), Of("changeStatus/disposed", "a record that was disposed of", DisposedAsync),
        Of("getHistory/versions", "a record with two versions", VersionsAsync), Of("getLinks/answers", "a record without links", LinksAsync), Of("search/finds", "a vehicle by its mark", FindsAsync),
        Of("submitBundle/accepted", "a bundle", AcceptedAsync), Of("submitBundle/again", "the same bundle twice", BundleAgainAsync), Of("getReceipt/answers", "the receipt of a bundle", ReceiptAsync),
        Of("getChanges/answers", "the changes", ChangesAsync), Of("getReferenceLists/answers", "the names of the lists", ListsAsync), Of("getReferenceList/unchanged", "a list that the caller has", UnchangedAsync),
    ];

    private static (string, ServerCase) Of(string key, string about, Func<ServerSession, CancellationToken, Task<CaseVerdict>> ask)
    {
        string operation = key.Split('/')[0];
        return (key, new("1", about, ask) { Interaction = ServerProblems.InteractionOf(operation) });
    }

    private static async Task<CaseVerdict> CapabilitiesAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer answer = await session.SendAsync(ServerCalls.Capabilities, cancellationToken).ConfigureAwait(false);
        if (ServerCapabilities.Read(answer) is not { } capabilities) return CaseVerdict.Of(FaultReasons.OtherForm);
        if (capabilities.Api.Length == 0) return CaseVerdict.Of(FaultReasons.OtherForm, "/api");
        if (!answer.Has("modelVersions", JsonValueKind.Array)) return CaseVerdict.Of(FaultReasons.OtherForm, "/modelVersions");
        if (!answer.Items("recordTypes").Any()) return CaseVerdict.Of(FaultReasons.OtherForm, "/recordTypes");
        return capabilities.DocumentBytes > 0 && capabilities.BundleBytes > 0 ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.OtherForm, "/limits");
    }

    private static async Task<CaseVerdict> EchoesAsync(ServerSession session, CancellationToken cancellationToken)
    {
        foreach (ServerCall call in (ServerCall[])[ServerCalls.Capabilities, ServerCalls.Lists, ServerCalls.Changes, ServerCalls.Capabilities with { Credential = Credential.None }])
        {
            CaseVerdict verdict = ProblemJudge.Frame(await session.SendAsync(call, cancellationToken).ConfigureAwait(false));
            if (verdict.Reason is not null) return verdict;
        }

        return CaseVerdict.Passed;
    }

    private static async Task<CaseVerdict> WholeAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, string tag) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        ServerAnswer read = await session.SendAsync(ServerCalls.Get(id), cancellationToken).ConfigureAwait(false);
        if (read.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        if (read.Tag != tag) return CaseVerdict.Of(FaultReasons.OtherForm);
        CaseVerdict kept = new JsonKeeping().Compare(session.Records.Vehicle(id), read.Body);
        return kept.Reason is null ? ProblemJudge.Frame(read) : kept;
    }

    private static async Task<CaseVerdict> CreatedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        Guid id = session.Noted();
        ServerAnswer answer = await CreateAsync(session, id, cancellationToken).ConfigureAwait(false);
        CaseVerdict said = Said(answer, 201, "created", id);
        if (said.Reason is not null) return said;
        return (await session.SendAsync(ServerCalls.Get(id), cancellationToken).ConfigureAwait(false)).Status == 200 ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotDone);
    }

    private static async Task<CaseVerdict> AgainAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, string tag) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        ServerAnswer again = await CreateAsync(session, id, cancellationToken).ConfigureAwait(false);
        CaseVerdict said = Said(again, 200, "unchanged", id);
        return said.Reason is null && again.Tag != tag ? CaseVerdict.Of(FaultReasons.DoneTwice) : said;
    }

    private static async Task<CaseVerdict> ReplacedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, string tag) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        byte[] changed = session.Records.Vehicle(id, 2, json => json.WriteString("model", "Replaced"));
        ServerAnswer replaced = await session.PutAsync(id, changed, cancellationToken, ("If-Match", tag)).ConfigureAwait(false);
        CaseVerdict said = Said(replaced, 200, "replaced", id);
        if (said.Reason is not null) return said;
        if (replaced.Tag == tag) return CaseVerdict.Of(FaultReasons.OtherForm);
        ServerAnswer read = await session.SendAsync(ServerCalls.Get(id), cancellationToken).ConfigureAwait(false);
        return read.Status == 200 && new JsonKeeping().Compare(changed, read.Body).Reason is null ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotDone);
    }

    private static async Task<CaseVerdict> RefusedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        Guid id = session.Noted();
        ServerAnswer refused = await session.PutAsync(id, session.Records.Vehicle(id, more: json => json.WriteString("stranger", "1")), cancellationToken, ("If-None-Match", "*")).ConfigureAwait(false);
        if (refused.Status is >= 200 and < 300) return CaseVerdict.Of(FaultReasons.AcceptedRefusable);
        return (await session.SendAsync(ServerCalls.Get(id), cancellationToken).ConfigureAwait(false)).Status == 404 ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.StillThere);
    }

    private static async Task<CaseVerdict> RetractedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        CaseVerdict said = Said(await session.SendAsync(ServerCalls.Status(id, Reason), cancellationToken).ConfigureAwait(false), 200, "retracted", id, needsTag: false);
        if (said.Reason is not null) return said;
        ServerAnswer read = await session.SendAsync(ServerCalls.Get(id), cancellationToken).ConfigureAwait(false);
        // Rules may keep what was retracted from all but those who look after records.
        return read.Status == 404 || PoliceJson.Read(read.Body).Record?.Status?.State == RecordState.Retracted ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotDone);
    }

    private static async Task<CaseVerdict> KeyedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        ServerCall change = ServerCalls.Status(id, Reason).With("Idempotency-Key", $"\"{Guid.NewGuid():D}\"");
        ServerAnswer first = await session.SendAsync(change, cancellationToken).ConfigureAwait(false), second = await session.SendAsync(change, cancellationToken).ConfigureAwait(false);
        CaseVerdict said = Said(second, 200, "retracted", id, needsTag: false);
        if (said.Reason is not null) return said;
        return Version(first) == Version(second) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.DoneTwice, "/version");
    }

    private static async Task<CaseVerdict> DisposedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        CaseVerdict said = Said(await session.DisposeOfAsync(ServerRecords.Type, id, cancellationToken).ConfigureAwait(false), 200, "disposed", id, needsTag: false);
        if (said.Reason is not null) return said;
        foreach (ServerCall call in (ServerCall[])[ServerCalls.Get(id), ServerCalls.History(id)])
            if ((await session.SendAsync(call, cancellationToken).ConfigureAwait(false)).Quotes(ServerRecords.Make)) return CaseVerdict.Of(FaultReasons.StillThere);
        session.Gone(id);
        return CaseVerdict.Passed;
    }

    private static async Task<CaseVerdict> VersionsAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, string tag) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        ServerAnswer replaced = await session.PutAsync(id, session.Records.Vehicle(id, 2), cancellationToken, ("If-Match", tag)).ConfigureAwait(false);
        if (replaced.Status != 200) throw new CaseSetupException();
        ServerAnswer history = await session.SendAsync(ServerCalls.History(id), cancellationToken).ConfigureAwait(false);
        if (history.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        int[] numbers = [.. history.Items("versions").Select(v => v.TryGetProperty("number", out JsonElement n) && n.TryGetInt32(out int number) ? number : 0)];
        return numbers is [var newest, var oldest] && newest > oldest && oldest > 0 ? ProblemJudge.Frame(history) : CaseVerdict.Of(FaultReasons.OtherForm, "/versions");
    }

    private static async Task<CaseVerdict> LinksAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer links = await session.SendAsync(ServerCalls.Links(await session.SharedAsync(cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        if (links.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        return links.Has("links", JsonValueKind.Array) && !links.Items("links").Any() ? ProblemJudge.Frame(links) : CaseVerdict.Of(FaultReasons.OtherForm, "/links");
    }

    private static async Task<CaseVerdict> FindsAsync(ServerSession session, CancellationToken cancellationToken)
    {
        Guid id = await session.SharedAsync(cancellationToken).ConfigureAwait(false);
        string? cursor = null;
        for (int page = 0; page < MostPages; page++)
        {
            ServerAnswer answer = await session.SendAsync(ServerCalls.Search(ServerRecords.Search(json => json.WriteString("vrm", ServerRecords.Mark), cursor: cursor)), cancellationToken).ConfigureAwait(false);
            if (answer.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
            if (!answer.Has("matches", JsonValueKind.Array)) return CaseVerdict.Of(FaultReasons.OtherForm, "/matches");
            foreach (JsonElement match in answer.Items("matches"))
                if (match.GetRawText().Contains(id.ToString("D"), StringComparison.Ordinal)) return IsExact(match) ? ProblemJudge.Frame(answer) : CaseVerdict.Of(FaultReasons.OtherForm, "/matches/0/match/grade");
            if ((cursor = answer.Text("cursor")) is null) break;
        }

        return CaseVerdict.Of(FaultReasons.NotDone);
    }

    private static bool IsExact(JsonElement found) =>
        found.TryGetProperty("match", out JsonElement match) && match.ValueKind == JsonValueKind.Object && match.TryGetProperty("grade", out JsonElement grade) && grade.ValueKind == JsonValueKind.String && grade.ValueEquals("exact");

    private static async Task<CaseVerdict> AcceptedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, _, ServerAnswer answer) = await session.BundleAsync(cancellationToken).ConfigureAwait(false);
        return answer.Status == 202 ? JudgeReceipt(answer, id) : CaseVerdict.Of(FaultReasons.OtherStatus);
    }

    private static async Task<CaseVerdict> BundleAgainAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (_, byte[] bundle, ServerAnswer first) = await session.BundleAsync(cancellationToken).ConfigureAwait(false);
        if (first.Status != 202) throw new CaseSetupException();
        ServerAnswer second = await session.SendAsync(ServerCalls.Submit(bundle), cancellationToken).ConfigureAwait(false);
        if (second.Status != 202) return CaseVerdict.Of(FaultReasons.OtherStatus);
        return second.Text("id") == first.Text("id") ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.DoneTwice, "/id");
    }

    private static async Task<CaseVerdict> ReceiptAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, _, ServerAnswer answer) = await session.BundleAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Status != 202) throw new CaseSetupException();
        ServerAnswer receipt = await session.SendAsync(ServerCalls.Receipt(id), cancellationToken).ConfigureAwait(false);
        return receipt.Status == 200 ? JudgeReceipt(receipt, id) : CaseVerdict.Of(FaultReasons.OtherStatus);
    }

    private static CaseVerdict JudgeReceipt(ServerAnswer answer, Guid bundle)
    {
        ReadResult read = Strict.Read(answer.Body);
        if (!read.Report.IsValid) return CaseVerdict.Of(FaultReasons.BreaksSchema, read.Report.Findings.First?.Pointer ?? "");
        return read.Record is Receipt receipt && receipt.Bundle.Uuid == bundle && receipt.State == ReceiptStatus.Accepted ? ProblemJudge.Frame(answer) : CaseVerdict.Of(FaultReasons.OtherForm, "/bundle");
    }

    private static async Task<CaseVerdict> ChangesAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer page = await session.SendAsync(ServerCalls.Changes, cancellationToken).ConfigureAwait(false);
        if (page.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        if (!page.Has("events", JsonValueKind.Array) || page.Text("cursor") is not { Length: > 0 } cursor) return CaseVerdict.Of(FaultReasons.OtherForm, "/cursor");
        if (page.Quotes(ServerRecords.Make)) return CaseVerdict.Of(FaultReasons.Quoted, "/events");
        ServerAnswer next = await session.SendAsync(ServerCalls.Changes with { Path = "changes?cursor=" + Uri.EscapeDataString(cursor) }, cancellationToken).ConfigureAwait(false);
        return next.Status == 200 ? ProblemJudge.Frame(page) : CaseVerdict.Of(FaultReasons.OtherStatus);
    }

    private static async Task<CaseVerdict> ListsAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer lists = await session.SendAsync(ServerCalls.Lists, cancellationToken).ConfigureAwait(false);
        if (lists.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        return lists.Items("lists").Any() && lists.Items("lists").All(l => l.TryGetProperty("name", out _) && l.TryGetProperty("etag", out _)) ? ProblemJudge.Frame(lists) : CaseVerdict.Of(FaultReasons.OtherForm, "/lists");
    }

    private static async Task<CaseVerdict> UnchangedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer list = await session.SendAsync(ServerCalls.List("sex"), cancellationToken).ConfigureAwait(false);
        if (list.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        if (list.Tag is not { } tag) return CaseVerdict.Of(FaultReasons.OtherForm);
        ServerAnswer again = await session.SendAsync(ServerCalls.List("sex").With("If-None-Match", tag), cancellationToken).ConfigureAwait(false);
        return again.Status == 304 ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.OtherStatus);
    }

    private static Task<ServerAnswer> CreateAsync(ServerSession session, Guid id, CancellationToken cancellationToken) =>
        session.PutAsync(id, session.Records.Vehicle(id), cancellationToken, ("If-None-Match", "*"));

    private static CaseVerdict Said(ServerAnswer answer, int status, string change, Guid id, bool needsTag = true)
    {
        if (answer.Status != status) return CaseVerdict.Of(FaultReasons.OtherStatus);
        if (answer.Text("change") != change) return CaseVerdict.Of(FaultReasons.OtherForm, "/change");
        if (!RecordId.TryParse(answer.Text("record"), null, out RecordId record) || record.Uuid != id) return CaseVerdict.Of(FaultReasons.OtherForm, "/record");
        return needsTag && answer.Tag is null ? CaseVerdict.Of(FaultReasons.OtherForm) : ProblemJudge.Frame(answer);
    }

    private static int Version(ServerAnswer answer) => answer.Has("version", JsonValueKind.Number) ? answer.Json!.Value.GetProperty("version").GetInt32() : 0;
}
