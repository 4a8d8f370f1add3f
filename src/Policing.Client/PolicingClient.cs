using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>
/// A partner of the partner API. What touches records begins with <see cref="For"/>, so that a call without a purpose does not compile. Thread-safe; one for
/// each partner is enough, and it keeps nothing of any call.
/// </summary>
/// <remarks>Made by <c>AddPolicingClient</c>, or by <see cref="Create"/> where there is no host.</remarks>
public sealed class PolicingClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly CallSender _sender;

    internal PolicingClient(HttpClient http, ClientSettings settings, ILogger logger)
    {
        _http = http;
        _sender = new(http, settings, logger);
        ReferenceData = new(_sender);
        Audit = new(_sender);
    }

    /// <summary>The partner's code lists.</summary>
    public ReferenceDataCalls ReferenceData { get; }

    /// <summary>What the partner's audit log is checked with.</summary>
    public AuditCalls Audit { get; }

    /// <summary>A client without a host.</summary>
    /// <param name="options">The options.</param>
    /// <param name="transport">Sends all requests, those for tokens too, and is disposed of with the client; a connection of our own with safe settings if not given.</param>
    /// <param name="time">The clock; the system's if not given.</param>
    /// <param name="loggers">Where to log; nowhere if not given.</param>
    /// <exception cref="OptionsValidationException">The options are not complete; each fault says what to do.</exception>
    public static PolicingClient Create(PolicingClientOptions options, HttpMessageHandler? transport = null, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Require(options);
        ClientSettings settings = new(options, time ?? TimeProvider.System);
        ILogger logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(ClientTelemetry.Name);
        if (options.AllowBearerTokens) ClientLog.BearerAllowed(logger);
        transport ??= new RenewedTransport(settings);
        TokenSource tokens = new(TokenHttp.Create(transport, disposesOfIt: false), settings);
        HttpClient http = new(new CallHandler(settings, tokens, logger) { InnerHandler = transport }) { Timeout = Timeout.InfiniteTimeSpan };
        return new(http, settings, logger);
    }

    /// <summary>The partner, called for a context.</summary>
    /// <exception cref="ArgumentException">The context is not complete, or something of it cannot stand in a header.</exception>
    public PartnerSession For(AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_sender, new Caller(context, AccessHeaderText.Of(context, _sender.Settings.AccessReference?.Invoke(context))));
    }

    /// <summary>What the partner can do and lets through.</summary>
    /// <exception cref="PartnerException">The call failed.</exception>
    public async Task<PartnerCapabilities> GetCapabilitiesAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = new(PartnerOperation.Capabilities, HttpMethod.Get, _sender.Settings.Prefix + "capabilities");
        PartnerResult<PartnerCapabilities> result =
            await _sender.SendAsync(request, Caller.Anonymous, static (in answer, _) => CapabilitiesReader.Read(answer), 0, cancellationToken).ConfigureAwait(false);
        return result.OrThrow();
    }

    /// <summary>Ends the connections, where the client has its own.</summary>
    public void Dispose() => _http.Dispose();
}
