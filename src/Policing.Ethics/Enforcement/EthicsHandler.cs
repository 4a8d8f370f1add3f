using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>
/// Decides on and writes down every call of an HTTP client, before anything is sent. It never changes a body: a permit that asks for changes to
/// data is a refusal, unless the typed client above has said in the request's options that it will carry them out on its copy.
/// </summary>
/// <remarks>
/// Added by <c>AddEthicsHandler</c>. Put it outside of anything that retries: one call, one decision. Refusals are <see cref="AccessRefusedException"/>; none is an
/// HTTP answer.
/// </remarks>
public sealed class EthicsHandler : DelegatingHandler
{
    private readonly AccessGate _gate;
    private readonly IAccessContextAccessor? _ambient;
    private readonly EthicsHandlerOptions _options;

    internal EthicsHandler(AccessGate gate, IAccessContextAccessor? ambient, EthicsHandlerOptions options) => (_gate, _ambient, _options) = (gate, ambient, options);

    /// <inheritdoc/>
    /// <exception cref="AccessRefusedException">The call is refused; nothing was sent.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.TryGetValue(AccessOptions.CallKey, out CallDescription? call);
        if (call?.IsWithoutData == true) return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        AccessRequest access = request.Options.TryGetValue(AccessOptions.RequestKey, out AccessRequest given) ? given : call?.Request ?? _options.Describe(request);
        access = access with { Context = ContextOf(request, call, access) };
        request.Options.TryGetValue(AccessOptions.CarriedOutKey, out Func<Obligation, bool>? carriesOut);
        GateResult result = await _gate.EnterAsync(access, Records(request, call), carriesOut ?? (static _ => false), cancellationToken).ConfigureAwait(false);
        if (!result.IsPermitted) throw result.Refusal();
        request.Options.Set(AccessOptions.DecisionKey, result.Decision);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Not supported: a decision may have to wait.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Use the asynchronous methods of the client.");

    private AccessContext? ContextOf(HttpRequestMessage request, CallDescription? call, AccessRequest access)
    {
        if (request.Options.TryGetValue(AccessOptions.ContextKey, out AccessContext? explicitly)) return explicitly;
        return call?.Context ?? access.Context ?? (_options.UseAmbientContext ? _ambient?.Current : null);
    }

    private static ValueList<RecordId> Records(HttpRequestMessage request, CallDescription? call) =>
        request.Options.TryGetValue(AccessOptions.RecordsKey, out ValueList<RecordId> records) ? records : call?.Records ?? default;
}
