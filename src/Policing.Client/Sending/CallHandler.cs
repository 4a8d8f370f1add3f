using System.Diagnostics;
using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace Policing.Client;

/// <summary>
/// Sends calls: with a token, within the budget, again where that does no harm and may help, and not at all while the partner is down. Innermost of the
/// handlers, so that one call is one call to all others. Thread-safe.
/// </summary>
internal sealed class CallHandler : DelegatingHandler
{
    private readonly ClientSettings _settings;
    private readonly TokenSource _tokens;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _places;
    private readonly ResiliencePipeline<AttemptEnd> _breaker;

    public CallHandler(ClientSettings settings, TokenSource tokens, ILogger logger)
    {
        _settings = settings;
        _tokens = tokens;
        _logger = logger;
        _places = new(settings.MaxConcurrency);
        _breaker = Breaker(settings.Time);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Options.TryGetValue(PartnerCall.Key, out PartnerCall? call))
            throw new InvalidOperationException("This HTTP client is for PolicingClient alone; send other requests with another.");
        long begun = _settings.Time.GetTimestamp();
        TimeSpan left = _settings.Budget;
        while (true)
        {
            AttemptEnd end = await GuardedAsync(request, call, left, cancellationToken).ConfigureAwait(false);
            if (end.Failure == PartnerFailure.None) return end.Response!;
            if (NextPause(end, call, Left(begun)) is not { } pause) return end.Response ?? throw new CallFailedException(end.Failure, end.MayPass, end.RetryAfter);
            end.Response?.Dispose();
            Retried(call, end.Failure);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, _settings.Time, cancellationToken).ConfigureAwait(false);
            left = Left(begun);
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The partner is called asynchronously only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing) _places.Dispose();
        base.Dispose(disposing);
    }

    private static ResiliencePipeline<AttemptEnd> Breaker(TimeProvider time) =>
        new ResiliencePipelineBuilder<AttemptEnd> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptEnd>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsOutage: true }),
            })
            .Build();

    private TimeSpan Left(long begun) => _settings.Budget - _settings.Time.GetElapsedTime(begun);

    // How long until the next attempt; null where there is none.
    private TimeSpan? NextPause(AttemptEnd end, PartnerCall call, TimeSpan left)
    {
        if (call.Operation.Class == OperationClass.UnknownOutcome || call.Begun >= _settings.MaxAttempts || !end.MayPass) return null;
        TimeSpan pause = end.Failure == PartnerFailure.Unauthenticated ? TimeSpan.Zero : end.RetryAfter ?? Waiting.Pause(call.Begun);
        return pause < left ? pause : null;
    }

    private async ValueTask<AttemptEnd> GuardedAsync(HttpRequestMessage request, PartnerCall call, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero) return AttemptEnd.Failed(PartnerFailure.TimedOut);
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            Outcome<AttemptEnd> outcome = await _breaker.ExecuteOutcomeAsync(
                static async (inner, state) => Outcome.FromResult(await state.Handler.AttemptAsync(state.Request, state.Call, state.Left, inner.CancellationToken).ConfigureAwait(false)),
                context,
                (Handler: this, Request: request, Call: call, Left: left)).ConfigureAwait(false);
            if (outcome.Exception is BrokenCircuitException open) return AttemptEnd.Failed(PartnerFailure.Unavailable, retryAfter: open.RetryAfter ?? TimeSpan.FromSeconds(15));
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<AttemptEnd> AttemptAsync(HttpRequestMessage request, PartnerCall call, TimeSpan left, CancellationToken cancellationToken)
    {
        call.IsSent = false;
        call.Begun++;
        TimeSpan time = left < _settings.AttemptTimeout ? left : _settings.AttemptTimeout;
        using CancellationTokenSource timeout = new(time, _settings.Time);
        CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        await using (caller.ConfigureAwait(false))
        {
            try
            {
                return await InItsPlaceAsync(request, call, timeout.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Lost(call, PartnerFailure.TimedOut);
            }
            catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
            {
                // Whoever answers there is not the partner.
                return AttemptEnd.Failed(PartnerFailure.Untrusted);
            }
            catch (HttpRequestException e)
            {
                if (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
                    call.IsSent = false;
                return Lost(call, PartnerFailure.Unreachable);
            }
            catch (InvalidDataException)
            {
                return Unreadable(call);
            }
            catch (IOException)
            {
                return Lost(call, PartnerFailure.Unreachable);
            }
            catch (TokenFaultException e)
            {
                return AttemptEnd.Failed(e.Failure, e.MayPass, e.RetryAfter);
            }
        }
    }

    private static AttemptEnd Lost(PartnerCall call, PartnerFailure failure)
    {
        call.IsLost |= call.IsSent;
        return AttemptEnd.Failed(failure, mayPass: true);
    }

    private static AttemptEnd Unreadable(PartnerCall call)
    {
        call.IsLost = true;
        return AttemptEnd.Failed(PartnerFailure.UnreadableAnswer);
    }

    private async ValueTask<AttemptEnd> InItsPlaceAsync(HttpRequestMessage request, PartnerCall call, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await WithTokenAsync(request, call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    private async ValueTask<AttemptEnd> WithTokenAsync(HttpRequestMessage request, PartnerCall call, CancellationToken cancellationToken)
    {
        (AccessToken token, TokenKey? key) = await _tokens.GetAsync(call.Context, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = token.Header;
        AddTrace(request, call);
        call.Attempts++;
        call.IsSent = true;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            bool isStream = call.Operation.IsStream && response.StatusCode == HttpStatusCode.OK;
            if (!isStream && !await AnswerReading.TakeInAsync(response, _settings.MaxAnswerBytes, cancellationToken).ConfigureAwait(false))
            {
                response.Dispose();
                return Unreadable(call);
            }
            return Judged(response, call, token, key);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private AttemptEnd Judged(HttpResponseMessage response, PartnerCall call, AccessToken token, TokenKey? key)
    {
        int status = (int)response.StatusCode;
        if (status < 400) return AttemptEnd.Answered(response);
        TimeSpan? wait = status is 409 or 429 or 503 ? Waiting.RetryAfter(response, _settings.Time) : null;
        if (status == 401)
        {
            // A token that the partner no longer takes: a new one, once.
            bool isFirst = key is not null && !call.HasNewToken;
            if (key is { } known) _tokens.Forget(known, token);
            call.HasNewToken = true;
            return new(response, PartnerFailure.Unauthenticated, isFirst, RetryAfter: null);
        }
        // 503 says that it was not carried out; of other failures of the partner nobody knows.
        call.IsLost |= status >= 500 && status != 503;
        return status switch
        {
            409 when wait is not null => new(response, PartnerFailure.Conflict, MayPass: true, wait),
            429 => new(response, PartnerFailure.Limited, MayPass: true, wait),
            >= 500 and not 501 and not 505 => new(response, PartnerFailure.Unavailable, MayPass: true, wait),
            _ => AttemptEnd.Answered(response),
        };
    }

    // Of the trace that is under way, or one that begins with the correlation: it is a random UUID, and tells nothing.
    private static void AddTrace(HttpRequestMessage request, PartnerCall call)
    {
        if (request.Headers.NonValidated.Contains("traceparent")) return;
        string parent = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : NewTrace(call.Correlation == Guid.Empty ? Guid.NewGuid() : call.Correlation);
        request.Headers.TryAddWithoutValidation("traceparent", parent);
    }

    private static string NewTrace(Guid correlation) => string.Create(55, correlation, static (text, trace) =>
    {
        "00-".CopyTo(text);
        trace.TryFormat(text[3..], out _, "N");
        text[35] = '-';
        Span<byte> span = stackalloc byte[8];
        // Unique is enough: nothing rests on nobody guessing it.
        Random.Shared.NextBytes(span);
        span[0] |= 1;
        Convert.TryToHexStringLower(span, text[36..], out _);
        "-00".CopyTo(text[52..]);
    });

    private void Retried(PartnerCall call, PartnerFailure failure)
    {
        ClientTelemetry.Retried(call.Operation);
        ClientLog.Retrying(_logger, call.Operation.Name, failure, call.Attempts, call.Correlation);
    }
}
