using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Policing.PoliceUk.Api;

/// <summary>Sends questions, at the pace of the limiter, again where that can help, and within the budgets. Thread-safe.</summary>
internal sealed class RequestSender(HttpClient http, PoliceUkLimiter limiter, PoliceUkOptions options)
{
    private const int MostPools = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // Used again: four thousand places are not worth making for each small answer.
    private readonly ConcurrentBag<TextPool> _pools = [];

    /// <summary>The path of the base address, which is part of each request line.</summary>
    public string BasePath { get; } = options.BaseAddress.AbsolutePath;

    /// <summary>Asks, and asks again while that may help.</summary>
    /// <param name="request">The question.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="most">How many requests may be sent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PoliceUkAnswer<T>> AskAsync<T>(ApiRequest request, ReadAnswer<T> read, int most, CancellationToken cancellationToken)
        where T : notnull
    {
        most = Math.Min(most, options.MaxAttempts);
        long? first = null;
        for (var attempt = 1; ; attempt++)
        {
            await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            first ??= options.Time.GetTimestamp();
            var answer = await TryAsync(request, read, attempt, cancellationToken).ConfigureAwait(false);
            if (answer.Failure is not { } failure)
                return answer.Answer!;
            var pause = failure.RetryAfter ?? Pause(attempt);
            if (failure.Outcome == PoliceUkOutcome.Limited)
                limiter.Pause(pause);
            if (!failure.MayPass || attempt >= most || options.Time.GetElapsedTime(first.Value) + pause > options.MaxRetryTime)
                return new(failure, attempt);
            await Task.Delay(pause, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        await limiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!cancellationToken.IsCancellationRequested)
            return;
        limiter.GiveBack();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<(PoliceUkAnswer<T>? Answer, Failure? Failure)> TryAsync<T>(
        ApiRequest request, ReadAnswer<T> read, int attempt, CancellationToken cancellationToken)
        where T : notnull
    {
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await SendAsync(request, read, attempt, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ours, or that of an HttpClient with a time-out of its own; the caller's goes to the caller, and as his.
            cancellationToken.ThrowIfCancellationRequested();
            return (null, Failure.Of(PoliceUkOutcome.TimedOut, mayPass: true));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, Failure.Of(PoliceUkOutcome.Unreachable, mayPass: true));
        }
    }

    private async Task<(PoliceUkAnswer<T>? Answer, Failure? Failure)> SendAsync<T>(
        ApiRequest request, ReadAnswer<T> read, int attempt, CancellationToken cancellationToken)
        where T : notnull
    {
        using var message = Message(request);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            return (null, Statuses.Of(response.StatusCode, request, RetryAfter(response), ThisMonth()));
        try
        {
            using var body = await AnswerBody.ReadAsync(response.Content, options.MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
            var pool = _pools.TryTake(out var kept) ? kept : new TextPool();
            var value = Answers.Read(read, body.Bytes, pool, out var unread);
            if (_pools.Count < MostPools)
                _pools.Add(pool);
            return (new(value, response.StatusCode, unread, attempt), null);
        }
        catch (AnswerFaultException e)
        {
            return (null, Failure.Unreadable(response.StatusCode, e.Message));
        }
    }

    private HttpRequestMessage Message(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(options.BaseAddress, request.Path));
        message.Headers.UserAgent.ParseAdd(options.UserAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (request.Form is { } form)
            message.Content = new StringContent(form, Encoding.ASCII, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return message;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? header.Date - options.Time.GetUtcNow() ?? TimeSpan.Zero;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Twice as long each time, and never quite alike for two who failed together.</summary>
    private static TimeSpan Pause(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 10));
        return (pause < LongestPause ? pause : LongestPause) * (0.75 + (Random.Shared.NextDouble() / 4));
    }

    private DataMonth ThisMonth()
    {
        var now = options.Time.GetUtcNow();
        return new(now.Year, now.Month);
    }
}
