using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;

namespace Policing.Conformance.Servers;

/// <summary>Sends what the kit asks, and nothing to anywhere else: no redirects, no cookies, no more of an answer than is looked at.</summary>
internal sealed class ServerConnection : IDisposable
{
    private const int MostBytes = 16 << 20;
    private const string Nobody = "bm9ib2R5.aXNzdWVk.dGhpcw";

    private readonly HttpClient _client;
    private readonly ServerTargetOptions _options;

    public ServerConnection(ServerTargetOptions options)
    {
        _options = options;
        bool isLoopback = options.BaseAddress.IsLoopback;
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !isLoopback,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.AnswerTime,
            // A stream that is left ends at once.
            MaxResponseDrainSize = 0,
            SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
        })
        {
            BaseAddress = WithSlash(options.BaseAddress),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public bool Has(Credential credential) => credential switch
    {
        Credential.WithoutScopes => _options.TokenWithoutScopes is not null,
        Credential.OfAnother => _options.TokenOfAnother is not null,
        _ => true,
    };

    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<ServerAnswer> SendAsync(ServerCall call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.AnswerTime);
        Guid correlation = Guid.NewGuid();
        using HttpRequestMessage request = Request(call, correlation);
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return Answer(response, correlation, await ReadAsync(response.Content, limit.Token).ConfigureAwait(false));
        }
        catch (Exception trouble) when (trouble is IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException("There was no whole answer in time.");
        }
    }

    /// <summary>Opens a stream of events. What is no stream is read as an answer.</summary>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<ServerStream> OpenAsync(ServerCall call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.AnswerTime);
        Guid correlation = Guid.NewGuid();
        using HttpRequestMessage request = Request(call, correlation);
        HttpResponseMessage? response = null;
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            bool isStream = response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == ServerCalls.EventStream;
            ServerAnswer head = Answer(response, correlation, isStream ? [] : await ReadAsync(response.Content, limit.Token).ConfigureAwait(false));
            ServerStream stream = new(response, isStream ? await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false) : null, head, _options.AnswerTime);
            response = null;
            return stream;
        }
        catch (Exception trouble) when (trouble is IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException("There was no whole answer in time.");
        }
        finally
        {
            response?.Dispose();
        }
    }

    public void Dispose() => _client.Dispose();

    private static ServerAnswer Answer(HttpResponseMessage response, Guid correlation, byte[] body) => new()
    {
        Status = (int)response.StatusCode,
        MediaType = response.Content.Headers.ContentType?.MediaType ?? "",
        Body = body,
        Correlation = correlation,
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
    };

    private HttpRequestMessage Request(ServerCall call, Guid correlation)
    {
        HttpRequestMessage request = new(call.Method, "v1/" + call.Path) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher };
        if (TokenOf(call.Credential) is { } token) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        if (call.NeedsPurpose && call.Access is { } access) request.Headers.TryAddWithoutValidation("Policing-Access", access.Length == 0 ? _options.Access : access);
        request.Headers.TryAddWithoutValidation("Policing-Correlation", correlation.ToString("D"));
        foreach ((string name, string value) in call.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (call.Body is null) return request;
        request.Content = new ByteArrayContent(call.Body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        return request;
    }

    private string? TokenOf(Credential credential) => credential switch
    {
        Credential.None => null,
        Credential.Invented => Nobody,
        Credential.WithoutScopes => _options.TokenWithoutScopes,
        Credential.OfAnother => _options.TokenOfAnother,
        _ => _options.Token,
    };

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream body = new();
            byte[] buffer = new byte[16 << 10];
            int read;
            while (body.Length < MostBytes && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0) body.Write(buffer, 0, read);
            return body.ToArray();
        }
    }

    private static Uri WithSlash(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new(address.AbsoluteUri + "/");
}
