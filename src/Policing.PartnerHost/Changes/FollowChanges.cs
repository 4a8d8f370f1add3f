using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>The changes of records that the subscriber may see now, as pages or as a stream. Events say which record and what happened: to know more is to come and read it.</summary>
internal static class FollowChanges
{
    private const string EventStream = "text/event-stream";
    private const int MostOfStream = 100;

    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    public static CallKind Kind { get; } = new("changes.read", AccessOperation.Consultation) { AlsoAnswers = EventStream };

    public static async Task AnswerAsync(PartnerCall call)
    {
        string[] types = Types(call);
        string binding = PageQuery.Binding(call, "changes", string.Join(',', types));
        int limit = PageQuery.Limit(call);
        ChangeFeed feed = new(call, types);
        if (!WantsStream(call.Http.Request))
        {
            await PageAsync(call, feed, binding, PageQuery.One(call, "cursor") is { } cursor ? Start(call, binding, cursor) : null, limit).ConfigureAwait(false);
            return;
        }
        // A stream without a beginning tells what happens from now on.
        long after = LastEvent(call) is { } last ? Start(call, binding, last) : await call.Parts.Store.LastChangeAsync(call.Tenant, call.Cancelled).ConfigureAwait(false);
        await StreamAsync(call, feed, binding, after).ConfigureAwait(false);
    }

    private static async Task PageAsync(PartnerCall call, ChangeFeed feed, string binding, long? after, int limit)
    {
        ChangeBatch batch = await feed.ReadAsync(after, limit).ConfigureAwait(false);
        await JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("events");
            foreach (ChangeEvent change in batch.Events) Write(json, call, change, binding);
            json.WriteEndArray();
            json.WriteString("cursor", Cursor(call, batch.Last, binding));
            json.WriteBoolean("more", batch.More);
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    /// <summary>Streams until the caller goes, the token ends, or a new decision is no.</summary>
    private static async Task StreamAsync(PartnerCall call, ChangeFeed feed, string binding, long after)
    {
        // Asked for before looking, so that nothing is stored in between unheard; and looked before anything is written, so that a refusal is still a problem.
        Task next = call.Parts.Signal.Next;
        ChangeBatch batch = await feed.ReadAsync(after, MostOfStream).ConfigureAwait(false);
        call.Http.Response.StatusCode = StatusCodes.Status200OK;
        call.Http.Response.ContentType = EventStream;
        call.Http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        DateTimeOffset decided = call.Now;
        DateTimeOffset spoken = call.Now;
        await SayAsync(call, ":\n\n").ConfigureAwait(false);
        while (true)
        {
            foreach (ChangeEvent change in batch.Events) await SayAsync(call, Text(call, change, binding)).ConfigureAwait(false);
            if (batch.Events.Count > 0) spoken = call.Now;
            if (!batch.More) await WaitAsync(call, next).ConfigureAwait(false);
            if (HasEnded(call, decided)) return;
            if (call.Now - decided >= call.Parts.Options.DecideStreamsEvery)
            {
                if (!await feed.MayFollowAsync().ConfigureAwait(false)) return;
                decided = call.Now;
            }
            if (call.Now - spoken >= s_silence)
            {
                await SayAsync(call, ":\n\n").ConfigureAwait(false);
                spoken = call.Now;
            }
            next = call.Parts.Signal.Next;
            batch = await feed.ReadAsync(batch.Last, MostOfStream, quietly: true).ConfigureAwait(false);
        }
    }

    // A token that does not say when it ends is trusted until the next decision.
    private static bool HasEnded(PartnerCall call, DateTimeOffset decided) =>
        call.Caller.Ends is { } ends ? call.Now >= ends : call.Now - decided >= call.Parts.Options.DecideStreamsEvery;

    private static async Task WaitAsync(PartnerCall call, Task next)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(call.Cancelled);
        Task look = Task.Delay(call.Parts.Options.LookForChangesEvery, call.Parts.Time, stop.Token);
        await Task.WhenAny(next, look).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        call.Cancelled.ThrowIfCancellationRequested();
    }

    private static async Task SayAsync(PartnerCall call, string text)
    {
        await call.Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), call.Cancelled).ConfigureAwait(false);
        await call.Http.Response.Body.FlushAsync(call.Cancelled).ConfigureAwait(false);
    }

    private static string Text(PartnerCall call, ChangeEvent change, string binding) =>
        $"event: change\nid: {Cursor(call, change.Sequence, binding)}\ndata: {Encoding.UTF8.GetString(JsonAnswer.Bytes(json => Write(json, call, change, binding)))}\n\n";

    // Source: CloudEvents 1.0.
    private static void Write(Utf8JsonWriter json, PartnerCall call, ChangeEvent change, string binding)
    {
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", change.Sequence.ToString(CultureInfo.InvariantCulture));
        json.WriteString("source", call.Http.Request.PathBase + "/v1/changes");
        json.WriteString("type", $"record.{change.Name}.v1");
        json.WriteString("time", RecordedTime.From(change.Time).Text);
        json.WriteString("subject", $"{change.Type}/{change.Record.Uuid:D}");
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("cursor", Cursor(call, change.Sequence, binding));
        json.WriteStartObject("data");
        json.WriteString("recordType", change.Type);
        json.WriteString("record", change.Record.Canonical);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Cursor(PartnerCall call, long sequence, string binding)
    {
        byte[] place = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, sequence);
        return call.Parts.Cursors.Seal(place, binding);
    }

    private static long Start(PartnerCall call, string binding, string cursor) =>
        BinaryPrimitives.ReadInt64BigEndian(call.Parts.Cursors.Open(cursor, binding, sizeof(long), call.Parts.Options.ChangeCursorsLast));

    private static string? LastEvent(PartnerCall call) => call.Http.Request.Headers["Last-Event-ID"] switch
    {
        [{ Length: > 0 } id] => id,
        [] => PageQuery.One(call, "cursor"),
        _ => throw PartnerProblem.MalformedRequest.With(),
    };

    private static bool WantsStream(HttpRequest request) =>
        request.Headers.Accept.OfType<string>().SelectMany(value => value.Split(',')).Any(value => value.Split(';')[0].Trim() == EventStream);

    private static string[] Types(PartnerCall call)
    {
        if (PageQuery.One(call, "types") is not { } text) return [];
        string[] types = [.. text.Split(',').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return types.Length <= 40 && types.All(RecordAddress.IsType) ? types : throw PartnerProblem.MalformedRequest.With();
    }
}
