using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.Conformance.Clients;
using Policing.Conformance.Targets;
using Policing.DataModel;

namespace Policing.Conformance.Tests.Clients;

/// <summary>A client of the partner API over HttpClient, with nothing of Policing.Client; right in all but its one habit.</summary>
internal sealed class HandmadeClient(Habit habit) : IClientTarget
{
    private const int MostAttempts = 3;
    private const int TooMany = 20;
    private const int MostBytes = 16 << 20;

    private static readonly string[] Codes =
    [
        "unauthenticated", "not-permitted", "not-available", "exists", "stale", "invalid-record", "precondition-required", "too-broad", "bundle-conflict", "invalid-status-change", "cursor-expired", "rate-limited", "unavailable",
    ];

    private bool Is(Habit one) => habit == one;

    public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new TargetDescription { Product = "By hand", Operations = [], Tasks = ValueList.From(Enum.GetValues<ClientOperation>()) });

    public async ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default)
    {
        using SocketsHttpHandler transport = new() { AllowAutoRedirect = Is(Habit.FollowsRedirects), UseCookies = false, UseProxy = false };
        using HttpClient http = new(transport)
        {
            BaseAddress = task.Service.BaseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = Is(Habit.HasNoLimit) ? int.MaxValue : MostBytes,
        };
        using CancellationTokenSource budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!Is(Habit.WaitsForEver)) budget.CancelAfter(task.Time);
        Run run = new(http, task, budget.Token);
        return task.Operation switch
        {
            ClientOperation.Read => await ReadAsync(run),
            ClientOperation.Create => await CreateAsync(run),
            ClientOperation.Replace => await ReplaceAsync(run),
            ClientOperation.ChangeMember => await ChangeMemberAsync(run),
            ClientOperation.Search => await SearchAsync(run),
            ClientOperation.SubmitBundle => await SubmitAsync(run),
            ClientOperation.ChangeStatus => await ChangeStatusAsync(run),
            _ => await FollowAsync(run),
        };
    }

    private async Task<ClientAnswer> ReadAsync(Run run)
    {
        Reply reply = await SendAsync(run, "GET", run.RecordPath);
        if (reply.Status == 404 && Is(Habit.ProbesHistory)) await SendAsync(run, "GET", run.RecordPath + "/history");
        if (reply.Status == 404 && Is(Habit.TakesMissingForEmpty)) return ClientAnswer.Of(ClientOutcome.Done);
        if (reply.Status == 404 && Is(Habit.TellsMissingFromHidden)) return ClientAnswer.Of(ClientOutcome.Refused, "hidden");
        if (Trouble(reply, isWrite: false) is { } trouble) return trouble;
        if (Object(reply) is not { } record || ((string?)record["id"] != run.Task.Id && !Is(Habit.DoesNotCompareIds))) return NoAnswer();
        Forget(record);
        if (Is(Habit.WritesItsOwnVersion)) record["modelVersion"] = PoliceRecord.CurrentModelVersion;
        return ClientAnswer.Of(ClientOutcome.Done) with { Document = Encoding.UTF8.GetBytes(record.ToJsonString()) };
    }

    private async Task<ClientAnswer> CreateAsync(Run run)
    {
        if (IsPartial(JsonNode.Parse(run.Task.Document.Span)!.AsObject())) return ClientAnswer.Of(ClientOutcome.NotSent);
        (string, string)[] condition = Is(Habit.CreatesWithoutCondition) ? [] : [("If-None-Match", "*")];
        Reply reply = await SendAsync(run, "PUT", run.RecordPath, run.Task.Document.ToArray(), condition);
        if (reply.Status == 412 && Is(Habit.OverwritesWhatExists)) reply = await PutAsync(run, run.Task.Document.ToArray(), (await SendAsync(run, "GET", run.RecordPath)).Tag!);
        return Trouble(reply, isWrite: true) ?? Written(reply);
    }

    private async Task<ClientAnswer> ReplaceAsync(Run run)
    {
        byte[] document = run.Task.Document.ToArray();
        Reply reply = await PutAsync(run, document, run.Task.Tag!);
        if (reply.Status == 412 && Is(Habit.ForcesItsVersion)) reply = await PutAsync(run, document, (await SendAsync(run, "GET", run.RecordPath)).Tag!);
        if (reply.Status == 412 && Is(Habit.SendsStaleAgain)) reply = await PutAsync(run, document, run.Task.Tag!);
        return Trouble(reply, isWrite: true) ?? Written(reply);
    }

    private async Task<ClientAnswer> ChangeMemberAsync(Run run)
    {
        for (int reading = 1; ; reading++)
        {
            Reply read = await SendAsync(run, "GET", run.RecordPath);
            if (Trouble(read, isWrite: false) is { } trouble) return trouble;
            if (Object(read) is not { } record) return NoAnswer();
            if (IsPartial(record) || (read.Tag is null && !Is(Habit.WritesPartialViews))) return ClientAnswer.Of(ClientOutcome.NotSent);
            Forget(record);
            record[run.Task.Pointer![1..]] = JsonNode.Parse(run.Task.Value!);
            byte[] changed = Encoding.UTF8.GetBytes(record.ToJsonString());
            Reply reply = await PutAsync(run, changed, read.Tag ?? "*");
            if (reply.Status == 412 && Is(Habit.ForcesItsVersion)) reply = await PutAsync(run, changed, (await SendAsync(run, "GET", run.RecordPath)).Tag!);
            if (reply.Status == 412 && reading < MostAttempts) continue;
            return Trouble(reply, isWrite: true) ?? Written(reply);
        }
    }

    private Task<Reply> PutAsync(Run run, byte[] body, string tag) => SendAsync(run, "PUT", run.RecordPath, body, Is(Habit.ReplacesAnyVersion) ? [] : [("If-Match", tag)]);

    private async Task<ClientAnswer> SearchAsync(Run run)
    {
        List<string> ids = [];
        HashSet<string> seen = [];
        string? cursor = null;
        while (true)
        {
            JsonObject query = new()
            {
                ["type"] = "vehicle",
                ["match"] = new JsonObject { ["vrm"] = run.Task.Mark },
                ["limit"] = run.Task.PageSize,
                ["justification"] = run.Task.Justification,
            };
            if (cursor is not null) query["cursor"] = cursor;
            Reply reply = await SendAsync(run, "POST", Is(Habit.MarkInAddress) ? "search?vrm=" + run.Task.Mark : "search", Encoding.UTF8.GetBytes(query.ToJsonString()));
            if (Trouble(reply, isWrite: false) is { } trouble) return trouble;
            if (Object(reply) is not { } page || page["matches"] is not JsonArray matches) return NoAnswer();
            foreach (JsonNode? match in matches)
                if (!Is(Habit.DropsUnknownGrades) || (string?)match!["match"]!["grade"] is "exact" or "strong" or "possible") ids.Add((string)match!["record"]!["id"]!);
            if (Is(Habit.OverlapsPages) && ids.Count > 0) ids.Add(ids[^1]);
            string? next = (string?)page["cursor"];
            if (next is null || Is(Habit.FirstPageAlone)) return ClientAnswer.Of(ClientOutcome.Done) with { Ids = ValueList.From(ids) };
            bool isRound = Is(Habit.ComparesWithTheLastCursorAlone) ? next == cursor : !seen.Add(next);
            if (isRound && !Is(Habit.GoesRound)) return ClientAnswer.Of(ClientOutcome.Failed);
            cursor = next;
        }
    }

    private async Task<ClientAnswer> SubmitAsync(Run run)
    {
        byte[] document = run.Task.Document.ToArray();
        if (Is(Habit.RewritesBundles))
        {
            JsonObject bundle = JsonNode.Parse(document)!.AsObject();
            bundle.Remove("sharing");
            document = Encoding.UTF8.GetBytes(bundle.ToJsonString());
        }

        Reply reply = await SendAsync(run, "POST", "bundles", document);
        return Trouble(reply, isWrite: true) ?? (Object(reply) is not null || Is(Habit.TakesAnyAnswer) ? ClientAnswer.Of(ClientOutcome.Done) : ClientAnswer.Of(ClientOutcome.Unknown));
    }

    private async Task<ClientAnswer> ChangeStatusAsync(Run run)
    {
        JsonObject change = new() { ["action"] = "retract", ["reason"] = run.Task.Reason };
        (string, string)[] headers = run.Task.Key is { } key && !Is(Habit.NoKey) ? [("Idempotency-Key", $"\"{key:D}\"")] : [];
        Reply reply = await SendAsync(run, "POST", run.RecordPath + "/status", Encoding.UTF8.GetBytes(change.ToJsonString()), headers, mayRepeat: run.Task.Key is not null || Is(Habit.RepeatsWithoutKey));
        return Trouble(reply, isWrite: true) ?? Written(reply);
    }

    private async Task<ClientAnswer> FollowAsync(Run run)
    {
        Dictionary<string, ClientEvent> known = new(StringComparer.Ordinal);
        List<ClientEvent> events = [];
        HashSet<string> seen = [];
        string? cursor = Is(Habit.ForgetsTheCursor) ? null : run.Task.Cursor;
        int begun = 0;
        while (true)
        {
            Reply reply = await SendAsync(run, "GET", cursor is null ? "changes" : "changes?cursor=" + Uri.EscapeDataString(cursor));
            if (reply.Status == 410 && (Is(Habit.BeginsAnewForEver) ? begun++ < TooMany : cursor is not null && !Is(Habit.StopsAtExpired)))
            {
                cursor = null;
                continue;
            }

            if (Trouble(reply, isWrite: false) is { } trouble) return trouble;
            if (Object(reply) is not { } page || page["events"] is not JsonArray list || (string?)page["cursor"] is not { } next) return NoAnswer();
            foreach (JsonNode? one in list)
            {
                string kind = ((string)one!["type"]!).Split('.')[1];
                ClientEvent read = new((string)one["id"]!, kind, (string)one["data"]!["record"]!);
                if (Is(Habit.StopsAtUnknownEvents) && kind is not ("created" or "unavailable")) return Followed(events, next);
                if (Is(Habit.DropsUnavailable) && kind == "unavailable") continue;
                if (known.TryAdd(read.Id, read) || Is(Habit.GivesEventsTwice)) events.Add(read);
            }

            if ((bool?)page["more"] != true || Is(Habit.FirstPageAlone)) return Followed(events, next);
            if (!seen.Add(next)) return ClientAnswer.Of(ClientOutcome.Failed);
            cursor = next;
        }
    }

    private ClientAnswer Followed(List<ClientEvent> events, string cursor) => ClientAnswer.Of(ClientOutcome.Done) with { Events = ValueList.From(events), Cursor = Is(Habit.GivesNoCursor) ? null : cursor };

    /// <summary>Sends, and again where that may be done and may help. Status 0 where no answer came.</summary>
    private async Task<Reply> SendAsync(Run run, string method, string path, byte[]? body = null, (string Name, string Value)[]? headers = null, bool mayRepeat = true)
    {
        Guid correlation = Guid.NewGuid();
        string token = Is(Habit.TokenOfItsOwn) ? "0123456789" : run.Task.Service.Token;
        int newTokens = 0;
        int most = Is(Habit.RetriesForEver) ? TooMany : Is(Habit.NeverRetries) ? 1 : MostAttempts;
        for (int attempt = 1; ; attempt++)
        {
            Reply reply = await OnceAsync(run, method, path, body, headers ?? [], token, correlation, attempt);
            if (reply.Status == 401 && newTokens++ < (Is(Habit.AsksForTokensForEver) ? TooMany : 1))
            {
                token = await NewTokenAsync(run);
                continue;
            }

            bool mayPass = reply.Status is 0 or 429 or 503 || (reply.Status is 422 or 428 && Is(Habit.RepeatsRefusals));
            TimeSpan pause = Pause(reply);
            if (!mayRepeat || !mayPass || attempt >= most || pause > run.Task.Time || run.CancellationToken.IsCancellationRequested) return reply;
            await Task.Delay(pause, run.CancellationToken);
        }
    }

    private TimeSpan Pause(Reply reply)
    {
        if (reply.RetryAfter is not { } header || Is(Habit.DoesNotWait)) return TimeSpan.FromMilliseconds(10);
        if (header.Delta is { } seconds) return seconds;
        return Is(Habit.KnowsSecondsAlone) ? TimeSpan.FromMilliseconds(10) : header.Date!.Value - TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(1);
    }

    private async Task<Reply> OnceAsync(Run run, string method, string path, byte[]? body, (string Name, string Value)[] headers, string token, Guid correlation, int attempt)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), "v1/" + path);
        if (!Is(Habit.NoToken)) request.Headers.Authorization = new("Bearer", token);
        if (Access(run.Task, method) is { } access) request.Headers.TryAddWithoutValidation("Policing-Access", access);
        if (!Is(Habit.NoCorrelation)) request.Headers.TryAddWithoutValidation("Policing-Correlation", correlation.ToString("D"));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, name == "Idempotency-Key" && attempt > 1 && Is(Habit.NewKeyOnRepetition) ? $"\"{Guid.NewGuid():D}\"" : value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(attempt > 1 && Is(Habit.NewIdOnRepetition) ? WithNewId(body) : body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            using HttpResponseMessage response = await run.Http.SendAsync(request, run.CancellationToken);
            byte[] content = await response.Content.ReadAsByteArrayAsync(run.CancellationToken);
            return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", content, response.Headers.ETag?.ToString(), response.Headers.RetryAfter);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !Is(Habit.WaitsForEver)))
        {
            return new(0, "", [], null, null);
        }
    }

    private string? Access(ClientTask task, string method)
    {
        if (Is(Habit.NoPurpose) || (Is(Habit.PurposeOfReadingsAlone) && method != "GET")) return null;
        if (Is(Habit.FixedPurpose)) return "purpose=safeguarding, basis=part-3-task";
        string words = Is(Habit.WordsInHeader) ? $", reason=\"{task.Justification}\"" : "";
        return $"purpose={task.Purpose}, basis={task.Basis}, case=\"{task.Case}\"{words}";
    }

    private static byte[] WithNewId(byte[] body)
    {
        JsonObject document = JsonNode.Parse(body)!.AsObject();
        document["id"] = $"urn:uuid:{Guid.CreateVersion7():D}";
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static async Task<string> NewTokenAsync(Run run)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["client_id"] = run.Task.Service.ClientId });
        using HttpResponseMessage response = await run.Http.PostAsync(run.Task.Service.TokenAddress, form, run.CancellationToken);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(run.CancellationToken))!["access_token"]!;
    }

    // What stands against it being done; null where the answer says that it was.
    private ClientAnswer? Trouble(Reply reply, bool isWrite)
    {
        if (reply.Status == 0)
        {
            if (Is(Habit.TakesLostForDone)) return ClientAnswer.Of(ClientOutcome.Done);
            return ClientAnswer.Of(isWrite && !Is(Habit.TakesLostForFailed) ? ClientOutcome.Unknown : ClientOutcome.Failed);
        }

        if (reply.Status is >= 200 and < 300) return null;
        if (reply.Status < 400) return ClientAnswer.Of(Is(Habit.TakesRedirectsForDone) ? ClientOutcome.Done : ClientOutcome.Failed);
        string? code = (string?)Object(reply)?["code"];
        bool isDone = (reply.Status is 429 or >= 500 ? Is(Habit.TakesOutagesForDone) : Is(Habit.TakesRefusalsForDone)) || (Is(Habit.TakesUnknownCodesForDone) && code is not null && !Codes.Contains(code));
        if (isDone) return ClientAnswer.Of(ClientOutcome.Done);
        if (code is null && Is(Habit.KnowsProblemsAlone)) return ClientAnswer.Of(ClientOutcome.Failed);
        return ClientAnswer.Of(ClientOutcome.Refused, Is(Habit.GivesNoCodes) ? "" : code ?? "");
    }

    private ClientAnswer Written(Reply reply) => Object(reply)?["change"] is not null || Is(Habit.TakesAnyAnswer) ? ClientAnswer.Of(ClientOutcome.Done) : ClientAnswer.Of(ClientOutcome.Unknown);

    private ClientAnswer NoAnswer() => ClientAnswer.Of(Is(Habit.TakesAnyAnswer) ? ClientOutcome.Done : ClientOutcome.Failed);

    private bool IsPartial(JsonObject record) =>
        ((bool?)record["view"]?["partial"] == true && !Is(Habit.WritesPartialViews))
        || (!Is(Habit.DoesNotLookAtAbsent) && record["absent"] is JsonObject absent && absent.Any(a => (string?)a.Value is "masked" or "withheld"));

    private void Forget(JsonObject record)
    {
        if (Is(Habit.DropsUnknownMembers))
            foreach (string name in record.Select(m => m.Key).Where(n => n.StartsWith("qzx", StringComparison.Ordinal)).ToArray()) record.Remove(name);
        if (Is(Habit.DropsUnknownCodes)) record.Remove("fuel");
        if (Is(Habit.DropsExtensions)) record.Remove("extensions");
    }

    private static JsonObject? Object(Reply reply)
    {
        try
        {
            return reply.MediaType is "application/json" or "application/problem+json" ? JsonNode.Parse(reply.Body) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Run(HttpClient Http, ClientTask Task, CancellationToken CancellationToken)
    {
        public string RecordPath => string.Create(CultureInfo.InvariantCulture, $"records/vehicle/{Task.Id![9..]}");
    }

    private sealed record Reply(int Status, string MediaType, byte[] Body, string? Tag, RetryConditionHeaderValue? RetryAfter);
}
