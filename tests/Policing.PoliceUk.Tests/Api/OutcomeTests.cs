using System.Diagnostics;
using System.Net;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>What a status means, and what is sent again.</summary>
public class OutcomeTests
{
    private static readonly SearchArea Circle = SearchArea.Around(52.6m, -1.1m);
    private static readonly SearchArea Box = SearchArea.Box(52m, -1m, 53m, 1m);
    private static readonly DataMonth Old = new(2019, 1);

    private static readonly Dictionary<string, Func<PoliceUkClient, Task<Asked>>> Questions = new(StringComparer.Ordinal)
    {
        ["circle"] = async c => Asked.Of(await c.GetCrimesAsync(Circle, Clients.Month)),
        ["box"] = async c => Asked.Of(await c.GetStopsAsync(Box, Clients.Month)),
        ["old box"] = async c => Asked.Of(await c.GetOutcomesAsync(Box, Old)),
        ["location"] = async c => Asked.Of(await c.GetCrimesAtLocationAsync(1, Clients.Month)),
        ["old location"] = async c => Asked.Of(await c.GetStopsAtLocationAsync(1, Old)),
        ["force month"] = async c => Asked.Of(await c.GetStopsOfForceAsync(PoliceAgency.Cleveland, Clients.Month)),
        ["old force month"] = async c => Asked.Of(await c.GetStopsOfForceAsync(PoliceAgency.Cleveland, Old)),
        ["neighbourhood"] = async c => Asked.Of(await c.GetNeighbourhoodAsync(PoliceAgency.Cleveland, "X1")),
        ["crime"] = async c => Asked.Of(await c.GetOutcomesForCrimeAsync("0")),
        ["position"] = async c => Asked.Of(await c.LocateNeighbourhoodAsync(new MapPosition(0, 0))),
        ["forces"] = async c => Asked.Of(await c.GetForcesAsync()),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("circle", 503, PoliceUkOutcome.TooManyResults, 1)]
    [InlineData("forces", 503, PoliceUkOutcome.ServiceFault, 4)]
    [InlineData("location", 503, PoliceUkOutcome.ServiceFault, 4)]
    [InlineData("circle", 429, PoliceUkOutcome.Limited, 4)]
    [InlineData("circle", 404, PoliceUkOutcome.BadMonth, 1)]
    [InlineData("box", 404, PoliceUkOutcome.BadMonth, 1)]
    [InlineData("force month", 404, PoliceUkOutcome.BadMonth, 1)]
    [InlineData("location", 404, PoliceUkOutcome.NotFound, 1)]
    [InlineData("old location", 404, PoliceUkOutcome.BadMonth, 1)]
    [InlineData("neighbourhood", 404, PoliceUkOutcome.NotFound, 1)]
    [InlineData("crime", 404, PoliceUkOutcome.NotFound, 1)]
    [InlineData("position", 404, PoliceUkOutcome.NotFound, 1)]
    [InlineData("old box", 500, PoliceUkOutcome.BadMonth, 1)]
    [InlineData("box", 500, PoliceUkOutcome.ServiceFault, 4)]
    [InlineData("old force month", 502, PoliceUkOutcome.BadMonth, 1)]
    [InlineData("force month", 502, PoliceUkOutcome.ServiceFault, 4)]
    [InlineData("circle", 400, PoliceUkOutcome.MalformedArea, 1)]
    [InlineData("position", 400, PoliceUkOutcome.MalformedArea, 1)]
    [InlineData("box", 502, PoliceUkOutcome.MalformedArea, 4)]
    [InlineData("circle", 502, PoliceUkOutcome.ServiceFault, 4)]
    [InlineData("forces", 400, PoliceUkOutcome.Rejected, 1)]
    [InlineData("forces", 403, PoliceUkOutcome.Rejected, 1)]
    [InlineData("forces", 302, PoliceUkOutcome.Rejected, 1)]
    [InlineData("forces", 204, PoliceUkOutcome.Rejected, 1)]
    public async Task A_status_is_understood_by_what_was_asked(string question, int status, PoliceUkOutcome outcome, int requests)
    {
        await using var server = new SocketServer(SocketAnswer.Status(status, "<h1>Not a JSON text</h1>"));

        var asked = await Questions[question](Clients.Of(server));

        Assert.Equal(outcome, asked.Outcome);
        Assert.Equal((HttpStatusCode)status, asked.Status);
        Assert.Equal(requests, asked.Requests);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_503_on_an_area_that_says_when_to_come_again_is_a_fault_that_passes()
    {
        await using var server = new SocketServer(SocketAnswer.Status(503, "", "Retry-After: 2"), SocketAnswer.Json("[]"));

        var answer = await Clients.Of(server).GetCrimesAsync(Circle, Clients.Month, cancellationToken: Token);

        Assert.True(answer.IsAnswered);
        Assert.Equal(2, answer.Requests);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: Sat, 15 Jun 2024 12:00:09 GMT", 9)]
    [InlineData("Retry-After: Sat, 15 Jun 2024 11:00:00 GMT", 0)]
    public async Task It_waits_as_long_as_the_service_asks_and_no_longer(string header, int seconds)
    {
        var time = Clients.Clock();
        await using var server = new SocketServer(SocketAnswer.Status(429, "slow down", header), SocketAnswer.Json("[]"));

        var answer = await Clients.Of(server, new PoliceUkLimiter(time), o => o with { Time = time }).GetForcesAsync(Token);

        Assert.True(answer.IsAnswered);
        // The limiter has paused for as long, which on this clock is over at once.
        Assert.InRange((time.GetUtcNow() - Clients.Now).TotalSeconds, seconds, (2 * seconds) + 0.1);
    }

    [Fact]
    public async Task Who_is_asked_to_wait_longer_than_the_budget_is_told_and_does_not_wait()
    {
        await using var server = new SocketServer(SocketAnswer.Status(429, "", "Retry-After: 3600"));

        var answer = await Clients.Of(server).GetForcesAsync(Token);

        Assert.Equal(PoliceUkOutcome.Limited, answer.Outcome);
        Assert.Equal(TimeSpan.FromHours(1), answer.RetryAfter);
        Assert.Equal(1, answer.Requests);
    }

    [Theory]
    [InlineData("Retry-After: 3600", 3600)]
    [InlineData("Retry-After: 2147483647", 86400)]
    [InlineData("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", 86400)]
    public async Task While_the_service_wants_to_be_left_alone_for_long_nobody_waits_and_nothing_is_sent(string header, int seconds)
    {
        var time = new ManualClock();
        var limiter = new PoliceUkLimiter(time);
        await using var server = new SocketServer(SocketAnswer.Status(429, "", header), SocketAnswer.Json("[]"));
        var client = Clients.Of(server, limiter);
        await client.GetForcesAsync(Token);

        var second = await client.GetForcesAsync(Token);
        time.Advance(TimeSpan.FromSeconds(seconds));
        var third = await client.GetForcesAsync(Token);

        Assert.Equal((PoliceUkOutcome.Limited, 0), (second.Outcome, second.Requests));
        Assert.Equal(seconds, second.RetryAfter!.Value.TotalSeconds, tolerance: 1);
        Assert.True(third.IsAnswered);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_429_makes_all_clients_of_the_limiter_wait()
    {
        var time = new ManualClock();
        var limiter = new PoliceUkLimiter(time);
        await using var server = new SocketServer(SocketAnswer.Status(429, "", "Retry-After: 3600"));
        await Clients.Of(server, limiter).GetForcesAsync(Token);

        var next = limiter.WaitAsync(Token);
        time.Advance(TimeSpan.FromSeconds(3599));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await next.WaitAsync(TimeSpan.FromMinutes(1), Token);
    }

    [Fact]
    public async Task A_fault_that_passes_is_not_told()
    {
        await using var server = new SocketServer(
            SocketAnswer.Status(500), SocketAnswer.Status(502), new SocketAnswer("HTTP/1.1 200 O"u8.ToArray()) { Closes = true }, SocketAnswer.Json("[]"));

        var answer = await Clients.Of(server).GetForcesAsync(Token);

        Assert.True(answer.IsAnswered, answer.ToString());
        Assert.Equal(4, answer.Requests);
    }

    [Theory]
    [InlineData("", Explanations.Empty)]
    [InlineData("[{\"id\":\"cleve", Explanations.NotJson)]
    [InlineData("<!doctype html><title>Down for maintenance</title>", Explanations.NotJson)]
    [InlineData("\"cleveland\"", Explanations.OtherShape)]
    public async Task A_200_that_is_no_answer_is_unreadable_and_is_not_asked_for_again(string body, string explanation)
    {
        await using var server = new SocketServer(SocketAnswer.Status(200, body));

        var answer = await Clients.Of(server).GetForcesAsync(Token);

        Assert.Equal((PoliceUkOutcome.Unreadable, explanation, 1), (answer.Outcome, answer.Explanation, answer.Requests));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_answer_is_asked_again()
    {
        var cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"id\":"u8.ToArray();
        await using var server = new SocketServer(new SocketAnswer(cut) { Closes = true }, SocketAnswer.Json("[]"));

        var answer = await Clients.Of(server).GetForcesAsync(Token);

        Assert.True(answer.IsAnswered, answer.ToString());
        Assert.Equal(2, answer.Requests);
    }

    [Fact]
    public async Task A_budget_of_attempts_holds()
    {
        await using var server = new SocketServer(SocketAnswer.Status(500));

        Assert.Equal(1, (await Clients.Of(server, o => o with { MaxAttempts = 1 }).GetForcesAsync(Token)).Requests);
        Assert.Equal(7, (await Clients.Of(server, o => o with { MaxAttempts = 7, MaxRetryTime = TimeSpan.FromHours(1) }).GetForcesAsync(Token)).Requests);
        Assert.Equal(8, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        var server = new SocketServer(SocketAnswer.Json("[]"));
        await server.DisposeAsync();

        var answer = await Clients.Of(server).GetForcesAsync(Token);

        Assert.Equal(PoliceUkOutcome.Unreachable, answer.Outcome);
        Assert.Null(answer.StatusCode);
        Assert.Equal(4, answer.Requests);
    }

    [Fact]
    public async Task A_server_that_is_silent_times_out()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]") with { Delay = TimeSpan.FromSeconds(30) });

        var answer = await Clients.Of(
            server, o => o with { Time = TimeProvider.System, AttemptTimeout = TimeSpan.FromMilliseconds(50), MaxAttempts = 1 }).GetForcesAsync(Token);

        Assert.Equal(PoliceUkOutcome.TimedOut, answer.Outcome);
    }

    [Fact]
    public async Task Who_cancels_gets_his_own_cancellation()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]") with { Delay = TimeSpan.FromSeconds(30) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var start = Stopwatch.GetTimestamp();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Clients.Of(server).GetForcesAsync(cancel.Token));

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
        Assert.True(thrown.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public async Task An_answer_that_is_not_there_throws_when_it_is_taken_and_says_what_to_do()
    {
        await using var server = new SocketServer(SocketAnswer.Status(404, "canary"));

        var answer = await Clients.Of(server).GetNeighbourhoodAsync(PoliceAgency.Cleveland, "canary", Token);
        var thrown = Assert.Throws<PoliceUkException>(() => answer.Value);

        Assert.False(answer.TryGetValue(out _));
        Assert.Equal((PoliceUkOutcome.NotFound, HttpStatusCode.NotFound), (thrown.Outcome, thrown.StatusCode));
        Assert.Contains("Get the ids", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("NotFound (404)", answer.ToString());
        Assert.DoesNotContain("canary", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_outcome_says_something_of_its_own()
    {
        var texts = Enum.GetValues<PoliceUkOutcome>().Select(Explanations.Of).ToArray();

        Assert.Equal(texts.Length, texts.Distinct(StringComparer.Ordinal).Count());
    }

    internal sealed record Asked(PoliceUkOutcome Outcome, HttpStatusCode? Status, int Requests)
    {
        public static Asked Of<T>(PoliceUkAnswer<T> answer)
            where T : notnull => new(answer.Outcome, answer.StatusCode, answer.Requests);
    }
}
