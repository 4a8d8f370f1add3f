using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>Makes a request of a call, and of what comes back an answer or a problem. Thread-safe; it keeps nothing of any call.</summary>
internal sealed class CallSender(HttpClient http, ClientSettings settings, ILogger logger)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http = http;
    private readonly ILogger _logger = logger;

    public ClientSettings Settings { get; } = settings;

    /// <summary>Sends and reads.</summary>
    public async ValueTask<PartnerResult<T>> SendAsync<T, TState>(PartnerRequest request, Caller caller, ReadAnswer<T, TState> read, TState state, CancellationToken cancellationToken)
        where T : class
    {
        PartnerCall call = new(request.Operation, caller.Context, CorrelationOf(caller));
        using Activity? activity = ClientTelemetry.Start(request.Operation);
        long? begun = ClientTelemetry.IsTimed ? Settings.Time.GetTimestamp() : null;
        PartnerResult<T> result = await SendAsync(request, caller, call, read, state, cancellationToken).ConfigureAwait(false);
        ClientTelemetry.End(activity, call, result.Failure, result.Problem?.Status, begun is { } from ? Settings.Time.GetElapsedTime(from) : null);
        if (result.Problem is { } problem) ClientLog.Failed(_logger, problem.Operation, problem.Failure, problem.Status, problem.Attempts, problem.Correlation);
        return result;
    }

    /// <summary>Opens a stream; the answer is the caller's to dispose of.</summary>
    /// <exception cref="PartnerException">There is none.</exception>
    public async Task<HttpResponseMessage> OpenAsync(PartnerRequest request, Caller caller, string mediaType, CancellationToken cancellationToken)
    {
        PartnerCall call = new(request.Operation, caller.Context, CorrelationOf(caller));
        HttpResponseMessage? response = null;
        try
        {
            using HttpRequestMessage message = Message(request, caller, call);
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode != 200) throw new PartnerException(ProblemOf(response, call));
            if (!AnswerReading.IsMediaType(AnswerReading.ValueOf(response.Content.Headers, "Content-Type"), mediaType)) throw new PartnerException(Problem(call, PartnerFailure.UnreadableAnswer, 200));
            return response;
        }
        catch (CallFailedException e)
        {
            throw new PartnerException(Problem(call, e.Failure, status: null) with { IsRetryable = e.MayPass, RetryAfter = e.RetryAfter });
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    /// <summary>The problem of a call that is refused here and not sent.</summary>
    public static PartnerProblem Unsent(PartnerOperation operation, Caller caller, PartnerFailure failure, ValueList<PartnerFinding> findings = default) =>
        new() { Failure = failure, Operation = operation.Name, Correlation = caller.Correlation, Findings = findings };

    private static Guid CorrelationOf(Caller caller) => caller.Context is null ? Guid.NewGuid() : caller.Correlation;

    private async ValueTask<PartnerResult<T>> SendAsync<T, TState>(
        PartnerRequest request, Caller caller, PartnerCall call, ReadAnswer<T, TState> read, TState state, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using HttpRequestMessage message = Message(request, caller, call);
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return Read(response, request.MediaType, call, read, state);
        }
        catch (CallFailedException e)
        {
            return new(Problem(call, e.Failure, status: null) with { IsRetryable = e.MayPass && !IsUnknown(call), RetryAfter = e.RetryAfter });
        }
    }

    private PartnerResult<T> Read<T, TState>(HttpResponseMessage response, string mediaType, PartnerCall call, ReadAnswer<T, TState> read, TState state)
        where T : class
    {
        int status = (int)response.StatusCode;
        CheckEcho(response, call);
        if (status is not (200 or 201 or 202 or 304)) return new(ProblemOf(response, call));
        if (status != 304 && !AnswerReading.IsMediaType((response.Content as PooledContent)?.MediaType, mediaType))
            return new(Unusable(call, PartnerFailure.UnreadableAnswer, status, default));
        try
        {
            return new(read(new Answer(status, (response.Content as PooledContent)?.Bytes ?? default, TagOf(response), call), state));
        }
        catch (AnswerFaultException e)
        {
            return new(Unusable(call, e.Failure, status, e.Findings));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It is no JSON, or a text in it is no Unicode. The message could quote the answer.
            return new(Unusable(call, PartnerFailure.UnreadableAnswer, status, default));
        }
    }

    private void CheckEcho(HttpResponseMessage response, PartnerCall call)
    {
        if (!response.Headers.NonValidated.TryGetValues("Policing-Correlation", out HeaderStringValues echo)) return;
        if (!Guid.TryParseExact(echo.ToString(), "D", out Guid correlation) || correlation != call.Correlation) ClientLog.OtherCorrelation(_logger, call.Operation.Name, call.Correlation);
    }

    private static RecordTag TagOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("ETag", out HeaderStringValues tags) && RecordTag.TryParse(tags.ToString(), out RecordTag tag) ? tag : default;

    // The partner has said that it was done; what it did is not known.
    private static PartnerProblem Unusable(PartnerCall call, PartnerFailure failure, int status, ValueList<PartnerFinding> findings)
    {
        call.IsLost = true;
        return Problem(call, failure, status) with { Findings = findings };
    }

    private PartnerProblem ProblemOf(HttpResponseMessage response, PartnerCall call)
    {
        int status = (int)response.StatusCode;
        ProblemReader.Said said = ProblemReader.Read(response.Content as PooledContent);
        (string code, PartnerFailure failure) = ProblemCodes.Of(said.Code, status);
        bool mayPass = failure is PartnerFailure.Limited or PartnerFailure.Unavailable || code == "request-in-progress";
        PartnerProblem problem = Problem(call, failure, status);
        return problem with
        {
            Code = code,
            Findings = said.Findings,
            AuditEntry = said.AuditEntry,
            IsRetryable = mayPass && problem.Failure != PartnerFailure.UnknownOutcome,
            RetryAfter = mayPass ? Waiting.RetryAfter(response, Settings.Time) : null,
        };
    }

    private static PartnerProblem Problem(PartnerCall call, PartnerFailure failure, int? status) => new()
    {
        Failure = IsUnknown(call) ? PartnerFailure.UnknownOutcome : failure,
        Status = status,
        Operation = call.Operation.Name,
        Correlation = call.Correlation,
        Attempts = call.Attempts,
        MayHaveTakenEffect = call.Operation.HasEffect && call.IsLost,
    };

    private static bool IsUnknown(PartnerCall call) => call.Operation.Class == OperationClass.UnknownOutcome && call.IsLost;

    private static HttpRequestMessage Message(in PartnerRequest request, Caller caller, PartnerCall call)
    {
        HttpRequestMessage message = new(request.Method, new Uri(request.Address));
        message.Options.Set(PartnerCall.Key, call);
        HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("Accept", request.Accept);
        if (!request.Operation.IsStream) headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        headers.TryAddWithoutValidation("Policing-Correlation", caller.Context is null ? call.Correlation.ToString("D") : caller.CorrelationText);
        if (request.HeaderName is { } name) headers.TryAddWithoutValidation(name, request.HeaderValue);
        if (request.SecondName is { } second) headers.TryAddWithoutValidation(second, request.SecondValue);
        if (request.Body is { } body) message.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        if (caller.Context is not null) headers.TryAddWithoutValidation(AccessHeaderText.Name, caller.Header);
        message.Options.Set(AccessOptions.CallKey, new CallDescription(caller.Context, request.Operation.Access, request.RecordType, request.Record));
        return message;
    }
}
