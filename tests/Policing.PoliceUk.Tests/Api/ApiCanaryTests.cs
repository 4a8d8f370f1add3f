using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>What is asked and what is answered comes out in the answer and nowhere else: no exception, explanation, finding or log shows it.</summary>
public class ApiCanaryTests
{
    private const string Canary = "KANARIE";

    [Theory]
    [InlineData(200, "[{\"category\":\"KANARIE\",\"KANARIE\":\"KANARIE\",\"context\":\"KANARIE\",\"month\":\"KANARIE\"}]")]
    [InlineData(200, "[{\"KANARIE\":1,\"KANARIE\":1}]")]
    [InlineData(200, "{\"KANARIE\":\"KANARIE")]
    [InlineData(200, "<p>KANARIE</p>")]
    [InlineData(404, "<p>KANARIE</p>")]
    [InlineData(500, "<p>KANARIE</p>")]
    public async Task Nothing_of_an_answer_is_shown(int status, string body)
    {
        await using var server = new SocketServer(SocketAnswer.Of(status, Encoding.UTF8.GetBytes(body), "text/" + Canary));
        var logs = new LogSheet();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
            .AddPoliceUkClient(o => o with { BaseAddress = server.BaseAddress, MaxAttempts = 1 }).Services.BuildServiceProvider();
        var shown = new StringBuilder();

        var answer = await services.GetRequiredService<PoliceUkClient>().GetCrimesAsync(
            SearchArea.Around(12.345678m, -12.345678m), Clients.Month, cancellationToken: TestContext.Current.CancellationToken);
        shown.Append(answer).Append(answer.Explanation).Append(answer.Outcome).Append(new MonthAnswer<StreetCrime>(Clients.Month, answer));
        if (answer.TryGetValue(out var crimes))
        {
            var mapped = new ApiMapping().Map(crimes);
            shown.Append(crimes).AppendJoin(' ', crimes).AppendJoin(' ', mapped.Records).AppendJoin(' ', mapped.Findings.Select(f => f.Rule.Message + f.Rule.Hint));
        }
        else
        {
            shown.Append(Assert.Throws<PoliceUkException>(() => answer.Value));
        }

        shown.Append(logs);
        Assert.NotEmpty(logs.ToString());
        Assert.DoesNotContain(Canary, shown.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("12.345678", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_question_that_is_refused_is_shown()
    {
        var client = new PoliceUkClient(new HttpClient(), new PoliceUkLimiter());
        var area = SearchArea.Around(1, 1);
        Action[] questions =
        [
            () => _ = client.GetForceAsync(PoliceAgency.Of(Canary)),
            () => _ = client.GetCrimesAsync(area, Clients.Month, CrimeCategory.Of(Canary)),
            () => _ = client.GetNeighbourhoodAsync(PoliceAgency.Cleveland, Canary + '\ud800'),
            () => _ = client.GetStopsAsync(area, DataMonth.Parse(Canary)),
            () => SearchArea.Polygon(new MapPosition(12.345678m, 1), new MapPosition(12.345678m, 2)),
            () => _ = new MapPosition(112.345678m, 1),
            () => _ = new PoliceUkOptions { BaseAddress = new Uri("ftp://kanarie/") },
            () => _ = new PoliceUkOptions { UserAgent = Canary + "\r\n" },
        ];

        foreach (var question in questions)
        {
            var thrown = Assert.ThrowsAny<Exception>(question);
            Assert.True(thrown is ArgumentException or FormatException);
            Assert.DoesNotContain(Canary, thrown.Message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("12.345678", thrown.Message, StringComparison.Ordinal);
        }
    }

    private sealed class LogSheet : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lock (_text)
                _text.Append(state).Append('\n');
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
                _text.Append(formatter(state, exception)).Append(exception).Append('\n');
        }

        public void Dispose()
        {
        }

        public override string ToString()
        {
            lock (_text)
                return _text.ToString();
        }
    }
}
