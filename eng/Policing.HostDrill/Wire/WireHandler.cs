using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Wire;

/// <summary>Sends the requests of one client, and writes down in the ledger what the server really answered, also where the client is not given the answer.</summary>
internal sealed class WireHandler(DrillTransport transport, PartyName party, Random random) : DelegatingHandler
{
    private const string CorrelationHeader = "Policing-Correlation";
    private const int LongestCut = 30;

    private readonly Lock _lock = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/token") return await base.SendAsync(request, cancellationToken);
        Guid correlation = Guid.ParseExact(request.Headers.GetValues(CorrelationHeader).Single(), "D");
        bool isStream = request.Headers.Accept.Any(media => media.MediaType == "text/event-stream");
        CallAccount call = transport.Ledger.Call(correlation, OperationOf(request), isStream);
        if (request.Headers.Authorization is { } token) transport.Know(party, token.ToString());
        if (FakedAnswer(request, correlation) is { } fake)
        {
            call.Send();
            call.Answer();
            await NoteAsync(fake, call, correlation);
            return fake;
        }
        if (IsRead(request) && transport.TokenOfOtherTenant(party) is { } other && transport.Take(Planted.Crossed)) request.Headers.Authorization = AuthenticationHeaderValue.Parse(other);
        HttpResponseMessage response = await AnswerAsync(request, call, isStream, cancellationToken);
        if (isStream && response.IsSuccessStatusCode) return response;
        await NoteAsync(response, call, correlation);
        await DoubleAsync(request, response, cancellationToken);
        if (IsRead(request) && transport.Take(Planted.Swapped)) response.Headers.Remove(CorrelationHeader);
        CheckEcho(response, correlation);
        if (!IsWrite(request) || !Draws(transport.LostOfHundred)) return response;
        transport.Ledger.Count("answers lost on purpose");
        response.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer is lost on purpose.");
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CallAccount call, bool isStream, CancellationToken cancellationToken)
    {
        call.Send();
        bool isCut = !isStream && Draws(transport.CutOfHundred);
        using CancellationTokenSource cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (isCut) cut.CancelAfter(TimeSpan.FromMilliseconds(Next(LongestCut)));
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cut.Token);
            if (!isStream || !response.IsSuccessStatusCode) await response.Content.LoadIntoBufferAsync(cut.Token);
            call.Answer();
            return response;
        }
        catch (OperationCanceledException) when (isCut && !cancellationToken.IsCancellationRequested)
        {
            transport.Ledger.Count("connections cut on purpose");
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection is cut on purpose.");
        }
    }

    private async Task NoteAsync(HttpResponseMessage response, CallAccount call, Guid correlation)
    {
        Ledger ledger = transport.Ledger;
        ledger.Count(string.Create(CultureInfo.InvariantCulture, $"answers {(int)response.StatusCode}"));
        IReadOnlyList<SentWrite> writes = ledger.WritesOf(correlation);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable && !(await response.Content.ReadAsStringAsync()).Contains("\"auditEntry\"", StringComparison.Ordinal)) call.LeaveUnwritten();
        if (response.StatusCode != HttpStatusCode.Unauthorized && (writes.Count == 0 || !response.IsSuccessStatusCode)) return;
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement answer = document.RootElement;
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            call.Refuse();
            ledger.Stranger(answer.GetProperty("auditEntry").GetString()!);
        }
        else if (answer.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.Number && answer.TryGetProperty("change", out _)) Acknowledge(writes.Single(), version.GetInt64());
        else if (answer.TryGetProperty("state", out JsonElement state) && state.GetString() == "accepted") foreach (SentWrite write in writes) Acknowledge(write, 1);
    }

    private void Acknowledge(SentWrite write, long version)
    {
        if (write.Record.Acknowledge(write.Marker, version) is not { } fault)
        {
            transport.Ledger.Count("writes acknowledged");
            return;
        }
        transport.Ledger.Fault(fault, $"{write.Marker} was acknowledged as version {version}, which is another write's, or it was another version before.");
    }

    private void CheckEcho(HttpResponseMessage response, Guid correlation)
    {
        string? echo = response.Headers.TryGetValues(CorrelationHeader, out IEnumerable<string>? values) ? values.Single() : null;
        if (echo != correlation.ToString("D")) transport.Ledger.Fault(FaultKind.Crossed, $"The answer to call {correlation} says that it is of another call.");
    }

    // A server that says yes and stores nothing.
    private HttpResponseMessage? FakedAnswer(HttpRequestMessage request, Guid correlation)
    {
        if (request.Method != HttpMethod.Put || request.Headers.IfMatch.Count == 0 || transport.Ledger.WritesOf(correlation) is not [var write] || !transport.Take(Planted.Lost)) return null;
        long version = long.Parse(request.Headers.IfMatch.Single().Tag.Trim('"'), CultureInfo.InvariantCulture) + 1;
        string body = $$"""{"record":"{{write.Record.Id.Text}}","version":{{version}},"change":"replaced"}""";
        HttpResponseMessage fake = new(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)), RequestMessage = request };
        fake.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        fake.Headers.ETag = new EntityTagHeaderValue($"\"{version}\"");
        fake.Headers.Add(CorrelationHeader, correlation.ToString("D"));
        return fake;
    }

    // A server that carries out what it carried out before.
    private async Task DoubleAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Put || request.Headers.IfMatch.Count == 0 || response.Headers.ETag is not { } tag || !transport.Take(Planted.Doubled)) return;
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        using HttpRequestMessage again = new(HttpMethod.Put, request.RequestUri) { Content = new StringContent(body.Replace("\"make\":", "\"model\":\"Again\",\"make\":", StringComparison.Ordinal), Encoding.UTF8, "application/json") };
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers.Where(header => header.Key != "If-Match")) again.Headers.TryAddWithoutValidation(header.Key, header.Value);
        again.Headers.IfMatch.Add(tag);
        using HttpResponseMessage answer = await base.SendAsync(again, cancellationToken);
        if (!answer.IsSuccessStatusCode) transport.Plant(Planted.Doubled);
    }

    private bool Draws(int ofHundred) => transport.IsRough && Next(100) < ofHundred;

    private int Next(int most)
    {
        lock (_lock) return random.Next(most);
    }

    private static bool IsRead(HttpRequestMessage request) => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath is var path && path.StartsWith("/v1/records/", StringComparison.Ordinal) && path.Count(letter => letter == '/') == 4;

    private static bool IsWrite(HttpRequestMessage request) => request.Method == HttpMethod.Put || request.RequestUri!.AbsolutePath is var path && (path == "/v1/bundles" || path.EndsWith("/status", StringComparison.Ordinal));

    private static string OperationOf(HttpRequestMessage request)
    {
        string[] parts = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string last = parts.Length > 4 ? parts[4] : parts[1] == "records" ? "record" : parts[^1] == "receipt" ? "receipt" : parts[1];
        return $"{request.Method} {last}";
    }
}
