using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Policing.Client;
using Policing.DataModel;

namespace Policing.Testing;

/// <summary>
/// A partner of the partner API that is not there: it keeps records in memory, goes by the contract, and does with each request what the script says, faults
/// included. Put it in place of the connections of a <see cref="PolicingClient"/>. It has no policy, and no search but by surname. Thread-safe.
/// </summary>
public sealed class ScriptedPartner : HttpMessageHandler
{
    // A wait that shows at the clock, so that who moves a virtual one sees it.
    private static readonly TimeSpan Never = TimeSpan.FromDays(30);

    private readonly TimeProvider _time;
    private readonly PartnerStore _store = new();
    private readonly PartnerTokens _tokens;
    private readonly ConcurrentQueue<PartnerFault> _script = new();
    private readonly ConcurrentQueue<PartnerRequestSeen> _requests = new();

    /// <summary>A partner without records and faults.</summary>
    /// <param name="time">The clock; the system's if not given.</param>
    public ScriptedPartner(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _tokens = new(() => Now);
    }

    /// <summary>Where it is. Nothing listens there.</summary>
    public static Uri Address { get; } = new("https://partner.example/");

    /// <summary>Where its tokens are had.</summary>
    public static Uri TokenEndpoint { get; } = new("https://partner.example/identity/token");

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <summary>How long its tokens are valid; ten minutes unless told.</summary>
    public TimeSpan TokenLifetime
    {
        get => _tokens.Lifetime;
        set => _tokens.Lifetime = value;
    }

    /// <summary>The id of the only key that its identity server takes; null for any.</summary>
    public string? OnlyKey
    {
        get => _tokens.OnlyKey;
        set => _tokens.OnlyKey = value;
    }

    /// <summary>Whether the requests are kept, for <see cref="Requests"/>; true unless told.</summary>
    public bool KeepsRequests { get; set; } = true;

    /// <summary>The requests that it got so far, those for tokens left out, in order.</summary>
    public IReadOnlyList<PartnerRequestSeen> Requests => [.. _requests];

    /// <summary>How many tokens it has given out.</summary>
    public long TokensIssued => _tokens.Issued;

    /// <summary>The client assertions that it got.</summary>
    public IReadOnlyList<string> Assertions => [.. _tokens.Assertions];

    /// <summary>The part of its script that is left.</summary>
    public int FaultsLeft => _script.Count;

    private DateTimeOffset Now => _time.GetUtcNow() + ClockAhead;

    /// <summary>Keeps records, as their first version.</summary>
    public ScriptedPartner Hold(params ReadOnlySpan<PoliceRecord> records)
    {
        foreach (PoliceRecord record in records) _store.Put(record ?? throw new ArgumentNullException(nameof(records)));
        return this;
    }

    /// <summary>Goes on with the script: one fault for each request, those for tokens left out. When it has ended, all goes well.</summary>
    public ScriptedPartner Then(params ReadOnlySpan<PartnerFault> faults)
    {
        foreach (PartnerFault fault in faults) _script.Enqueue(fault ?? throw new ArgumentNullException(nameof(faults)));
        return this;
    }

    /// <summary>How often something was done to a record, or a bundle was taken in.</summary>
    public int EffectsOn(RecordId id) => _store.EffectsOn(id.Uuid);

    /// <summary>Whose token it is; null where it is none that is valid.</summary>
    public string? SubjectOf(string token) => _tokens.SubjectOf(token);

    /// <summary>Takes back all tokens.</summary>
    public void RevokeTokens() => _tokens.RevokeAll();

    /// <summary>Ends the streams of those who follow changes, as when their tokens end.</summary>
    public void CloseStreams() => StreamsClosed?.Invoke(this, EventArgs.Empty);

    internal event EventHandler? StreamsClosed;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (request.RequestUri!.AbsolutePath == TokenEndpoint.AbsolutePath) return TokenAnswer(body);
        string? token = request.Headers.Authorization?.Parameter;
        string? subject = _tokens.SubjectOf(token);
        string? access = Header(request, "Policing-Access");
        if (KeepsRequests) _requests.Enqueue(new(request.Method.Method, request.RequestUri, subject, access, request.Headers.ToString(), Now));
        PartnerFault fault = _script.TryDequeue(out PartnerFault? scripted) ? scripted : PartnerFault.None;
        if (fault.Kind == PartnerFaultKind.ExpiredToken) _tokens.Revoke(token);
        if (subject is null || fault.Kind == PartnerFaultKind.ExpiredToken) return Response(request, PartnerAnswer.Problem(401, "unauthenticated"));
        if (await BeforeAsync(fault, cancellationToken).ConfigureAwait(false) is { } instead) return Response(request, instead);
        if (IsFollowing(request)) return PartnerStreams.Open(_store, this, Header(request, "Last-Event-ID"));
        PartnerAnswer answer = Carry(request, body, access);
        return await AfterAsync(request, fault, answer, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsFollowing(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath == "/v1/changes" && request.Headers.Accept.Any(static type => type.MediaType == "text/event-stream");

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    private HttpResponseMessage TokenAnswer(byte[] form)
    {
        (int status, string body) = _tokens.Answer(Encoding.ASCII.GetString(form));
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.Date = Now;
        return response;
    }

    // What goes wrong before the request is carried out.
    private async Task<PartnerAnswer?> BeforeAsync(PartnerFault fault, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case PartnerFaultKind.NoConnection:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case PartnerFaultKind.NeverArrives:
                await Task.Delay(Never, _time, cancellationToken).ConfigureAwait(false);
                return null;
            case PartnerFaultKind.Stale:
                return PartnerAnswer.Problem(412, "stale");
            case PartnerFaultKind.ServerError:
                return PartnerAnswer.Problem(500, "internal");
            case PartnerFaultKind.Limited:
                return PartnerAnswer.Problem(429, "rate-limited") with { RetryAfter = fault.Time };
            case PartnerFaultKind.LimitedUntil:
                return PartnerAnswer.Problem(429, "rate-limited") with { RetryAfter = fault.Time, RetryAsDate = true };
            case PartnerFaultKind.Unavailable:
                return PartnerAnswer.Problem(503, "unavailable") with { RetryAfter = fault.Time > TimeSpan.Zero ? fault.Time : null };
            case PartnerFaultKind.Redirect:
                return new(307, []) { Location = "https://elsewhere.example/v1/records" };
            case PartnerFaultKind.Problem:
                return new(fault.Amount, Encoding.UTF8.GetBytes(fault.Body)) { MediaType = "application/problem+json" };
            default:
                return null;
        }
    }

    // What goes wrong after it was.
    private async Task<HttpResponseMessage> AfterAsync(HttpRequestMessage request, PartnerFault fault, PartnerAnswer answer, CancellationToken cancellationToken)
    {
        if (fault.Kind == PartnerFaultKind.LostAnswer) throw new HttpRequestException(HttpRequestError.ResponseEnded);
        if (fault.Kind == PartnerFaultKind.AnswerNeverComes) await Task.Delay(Never, _time, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = Response(request, answer with { Body = Spoilt(fault, answer.Body) });
        FaultyContent.Apply(fault, response, _time);
        return response;
    }

    private static byte[] Spoilt(PartnerFault fault, byte[] body) => fault.Kind switch
    {
        PartnerFaultKind.Malformed => "{\"record\":nul"u8.ToArray(),
        PartnerFaultKind.OtherRecord => OtherId(body),
        PartnerFaultKind.ForeignNextPage => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)[..^1] + ",\"next\":\"https://elsewhere.example/v1/records\"}"),
        _ => body,
    };

    // Every id is another one, as if the answer of another request had come.
    private static byte[] OtherId(byte[] body)
    {
        byte[] other = [.. body];
        for (int at = 0; other.AsSpan(at).IndexOf("urn:uuid:"u8) is >= 0 and int next; at += next + 9)
        {
            Span<byte> digit = other.AsSpan(at + next + 9, 1);
            digit[0] = digit[0] == (byte)'0' ? (byte)'f' : (byte)'0';
        }
        return other;
    }

    private HttpResponseMessage Response(HttpRequestMessage request, PartnerAnswer answer)
    {
        HttpResponseMessage response = new((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(answer.Body), RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.MediaType);
        response.Headers.TryAddWithoutValidation("Cache-Control", "no-store");
        response.Headers.Date = Now;
        if (Header(request, "Policing-Correlation") is { } correlation) response.Headers.TryAddWithoutValidation("Policing-Correlation", correlation);
        if (answer.Tag is { } tag) response.Headers.TryAddWithoutValidation("ETag", tag);
        if (answer.Location is { } location) response.Headers.TryAddWithoutValidation("Location", location);
        if (answer.RetryAfter is { } wait) response.Headers.RetryAfter = answer.RetryAsDate ? new(Now + wait) : new(wait);
        return response;
    }

    private PartnerAnswer Carry(HttpRequestMessage request, byte[] body, string? access)
    {
        string[] parts = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["v1", ..]) return PartnerAnswer.Problem(404, "not-available");
        string[] call = parts[1..];
        if (call is ["capabilities"]) return PartnerAnswer.Ok(PartnerTexts.Capabilities);
        if (call is ["reference-data", ..]) return ReferenceData(call, Header(request, "If-None-Match"));
        if (access is null) return PartnerAnswer.Problem(403, "purpose-required");
        return (request.Method.Method, call) switch
        {
            ("GET", ["records", var type, var id]) => _store.Get(type, Guid.Parse(id)),
            ("PUT", ["records", var type, var id]) => _store.Write(type, Guid.Parse(id), body, Header(request, "If-Match"), Header(request, "If-None-Match")),
            ("POST", ["records", var type, var id, "status"]) => _store.ChangeStatus(type, Guid.Parse(id), body, Header(request, "If-Match"), Header(request, "Idempotency-Key")),
            ("GET", ["records", var type, var id, "history"]) => _store.History(type, Guid.Parse(id), request.RequestUri.AbsolutePath, Cursor(request.RequestUri)),
            ("GET", ["records", _, var id, "links"]) => _store.Links(Guid.Parse(id)),
            ("POST", ["search"]) => _store.Search(body),
            ("POST", ["bundles"]) => _store.Submit(body),
            ("GET", ["bundles", var id, "receipt"]) => _store.ReceiptOf(Guid.Parse(id)),
            ("GET", ["changes"]) => Changes(Cursor(request.RequestUri)),
            _ => PartnerAnswer.Problem(404, "not-available"),
        };
    }

    private PartnerAnswer Changes(int from)
    {
        IReadOnlyList<(int Cursor, string Json)> events = _store.ChangesAfter(from, 100);
        int last = events.Count == 0 ? from : events[^1].Cursor;
        string more = last < _store.LastChange ? "true" : "false";
        return PartnerAnswer.Ok(string.Create(CultureInfo.InvariantCulture, $$"""{"events":[{{string.Join(',', events.Select(static each => each.Json))}}],"cursor":"c{{last}}","more":{{more}}}"""));
    }

    private static PartnerAnswer ReferenceData(string[] call, string? known)
    {
        if (call.Length == 1) return PartnerAnswer.Ok("""{"lists":[{"name":"sex","version":"1.0"}]}""");
        if (call is not [_, "sex"]) return PartnerAnswer.Problem(404, "not-available");
        return known == "\"sex-1\"" ? new(304, []) { Tag = known } : PartnerAnswer.Ok("""{"name":"sex","entries":[{"code":"1"},{"code":"2"}]}""") with { Tag = "\"sex-1\"" };
    }

    private static int Cursor(Uri address)
    {
        int start = address.Query.IndexOf("cursor=", StringComparison.Ordinal);
        if (start < 0) return 0;
        string text = address.Query[(start + 7)..].Split('&')[0].TrimStart('c');
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int place) ? place : 0;
    }
}
