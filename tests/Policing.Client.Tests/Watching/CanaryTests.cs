using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Policing.DataModel;
using Policing.Ethics;
using Policing.Testing;

namespace Policing.Client.Tests.Watching;

/// <summary>What people are called goes into bodies and nowhere else.</summary>
public class CanaryTests
{
    private const string Canary = "KANARIE";

    private static readonly PartnerFault[] Faults =
    [
        .. FaultNames().Select(Sending.FaultTests.FaultOf),
        PartnerFault.Problem(422, """{"type":"KANARIE","title":"KANARIE","detail":"KANARIE","status":422,"code":"KANARIE","auditEntry":"KANARIE KANARIE","KANARIE":"KANARIE","findings":[{"rule":"KANARIE","pointer":"/KANARIE"},{"rule":"PSDK-COD-0002","severity":"KANARIE","pointer":"/names/0/KANARIE"}]}"""),
        PartnerFault.Problem(500, "KANARIE"),
        PartnerFault.Problem(404, "{\"code\":nulKANARIE"),
    ];

    [Fact]
    public async Task Nothing_of_a_person_is_in_addresses_headers_logs_traces_figures_or_exceptions()
    {
        VirtualClock clock = new();
        using ScriptedPartner partner = new(clock);
        LogSheet shown = new();
        using ActivityListener activities = Activities(shown);
        using MeterListener meters = Meters(shown);
        await using ServiceProvider services = Services(partner, clock, shown);
        PolicingClient client = services.GetRequiredService<PolicingClient>();
        PartnerSession session = client.For(Context());
        shown.Add(session + " " + Context());
        Person person = Bench.PersonOf(1, Canary);
        foreach (PartnerFault fault in Faults)
        {
            foreach (Func<Task> call in Calls(session, person, shown))
            {
                partner.Hold(person).Then(fault);
                Task task = call();
                await clock.PassUntilAsync(task, Bench.Ending);
                if (task.Exception is { } exception) shown.Add(exception.ToString());
                while (partner.FaultsLeft > 0) await ((Func<Task>)(async () => await clock.PassUntilAsync(session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending), Bench.Ending)))();
            }
        }
        foreach (PartnerRequestSeen seen in partner.Requests) shown.Add(seen.Address + " " + seen.Headers + " " + seen.Access);
        string all = shown.ToString();
        Assert.Contains("records.get", all, StringComparison.Ordinal);
        Assert.Contains("policing.client.call.duration", all, StringComparison.Ordinal);
        Assert.Contains("partner.failure", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Pointers_of_a_partner_keep_names_of_the_model_alone()
    {
        Assert.Equal("/names/0/~[?]/surname/~[3]", SafePointer.Of("/names/0/KANARIE/surname/~[3]"));
        Assert.Equal("", SafePointer.Of("KANARIE"));
        Assert.Equal("/~[?]", SafePointer.Of("/07700900123"));
        Assert.Equal("/~[?]/~[?]", SafePointer.Of("/~[KANARIE]/~[]"));
        Assert.Equal("", SafePointer.Of(null));
    }

    private static IEnumerable<string> FaultNames() => Sending.FaultTests.Lasting.Select(static row => (string)row.Data.Item1).Where(static name => name is not nameof(PartnerFault.CompressedBomb));

    private static IEnumerable<Func<Task>> Calls(PartnerSession session, Person person, LogSheet shown) =>
    [
        async () => shown.Add((await session.Records.GetAsync<Person>(person.Id, Bench.Ending)).ToString()),
        async () => shown.Add((await session.Records.TryCreateAsync(person, Bench.Ending)).ToString()),
        async () => shown.Add((await session.Records.ReplaceAsync(person, RecordTag.Parse("\"9\""), Bench.Ending)).ToString()),
        async () => shown.Add((await session.Records.TryCreateAsync(person with { Controllers = default }, Bench.Ending)).ToString()),
        async () => shown.Add((await session.Search.GetPageAsync(new PersonSearch { Surname = Canary }, cancellationToken: Bench.Ending)).ToString()),
        async () => shown.Add(new PersonSearch { Surname = Canary }.ToString() + (await session.Bundles.SubmitAsync(Sessions.ExchangeTests.BundleOf(900, person), Bench.Ending)).ToString()),
        async () => shown.Add((await session.Records.ChangeStatusOnceAsync<Person>(person.Id, StatusChange.Retract(Canary), RecordTag.Any, Bench.Ending)).ToString()),
    ];

    private static AccessContext Context() => Bench.Context(person: Canary) with
    {
        Justification = Canary,
        Emergency = Canary,
        Session = Canary,
        Place = Canary,
        Sensitive = new() { StrictNecessity = Canary },
    };

    private static ServiceProvider Services(ScriptedPartner partner, VirtualClock clock, LogSheet shown)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(shown));
        services.AddPolicingClient(static options =>
        {
            options.BaseAddress = ScriptedPartner.Address;
            options.AllowBearerTokens = true;
            options.MaxAnswerBytes = 1 << 20;
            options.Tokens.Endpoint = ScriptedPartner.TokenEndpoint;
            options.Tokens.Issuer = "https://identity.partner.example/";
            options.Tokens.ClientId = "client-1";
            options.Tokens.Key = static () => Keys.First;
        }).UseScriptedPartner(partner);
        return services.BuildServiceProvider();
    }

    private static ActivityListener Activities(LogSheet shown)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name is ClientTelemetry.Name or "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => shown.Add(activity.DisplayName + " " + string.Join(' ', activity.TagObjects) + string.Join(' ', activity.Baggage) + activity.StatusDescription + string.Join(' ', activity.Events.Select(static e => e.Name + string.Join(' ', e.Tags)))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Meters(LogSheet shown)
    {
        MeterListener listener = new() { InstrumentPublished = static (instrument, listening) => { if (instrument.Meter.Name == ClientTelemetry.Name) listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => shown.Add(instrument.Name + value.ToString(CultureInfo.InvariantCulture) + string.Join(' ', tags.ToArray())));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => shown.Add(instrument.Name + value.ToString(CultureInfo.InvariantCulture) + string.Join(' ', tags.ToArray())));
        listener.Start();
        return listener;
    }

    private sealed class LogSheet : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public void Add(string line) => _lines.Enqueue(line);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Add(formatter(state, exception) + exception);

        public void Dispose()
        {
        }

        public override string ToString() => string.Join('\n', _lines);
    }
}
