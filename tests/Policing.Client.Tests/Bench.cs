using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Testing;

namespace Policing.Client.Tests;

/// <summary>A client, a scripted partner, and a clock that only the test moves.</summary>
internal sealed class Bench : IDisposable
{
    public Bench(Action<PolicingClientOptions>? change = null, ILoggerFactory? loggers = null)
    {
        Partner = new(Clock);
        PolicingClientOptions options = Options();
        change?.Invoke(options);
        Client = PolicingClient.Create(options, Partner, Clock, loggers);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));

    public ScriptedPartner Partner { get; }

    public PolicingClient Client { get; }

    public PartnerSession Session => Client.For(Context());

    public static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static PolicingClientOptions Options() => new()
    {
        BaseAddress = ScriptedPartner.Address,
        AllowBearerTokens = true,
        Tokens = { Endpoint = ScriptedPartner.TokenEndpoint, Issuer = "https://identity.partner.example/", ClientId = "client-1", Key = () => Keys.First, Scopes = { "records.read" } },
    };

    public static AccessContext Context(string? person = null, string? caseReference = "5226000417") => new()
    {
        Actor = new() { Agency = new() { Scheme = AgencyScheme.Police, Id = "avon-and-somerset" }, System = "example-rms", Person = person },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = caseReference,
        Justification = "Identify the witness of the crime",
    };

    public static Person PersonOf(int number, string surname = "Example") => new()
    {
        Id = IdOf(number),
        Version = new() { Number = 1, RecordedAt = RecordedTime.Parse("2026-03-04T10:15:30Z") },
        Controllers = [new() { Scheme = AgencyScheme.Police, Id = "avon-and-somerset" }],
        Marking = new() { Tier = SecurityTier.Official },
        Source = new() { System = "example-rms", Reference = "N/" + number },
        Collection = new() { Regime = ProcessingRegime.DpaPart3, Purposes = [ProcessingPurpose.Investigation], Basis = LawfulBasis.Part3Task },
        Retention = new() { Scheme = RetentionScheme.Mopi, Group = RetentionGroup.Mopi2, ClearPeriodStart = PartialDateTime.Parse("2026-03-04") },
        Names = [new() { Kind = NameType.Legal, Given = ["Siân"], Surname = surname }],
        Sex = Sex.Of("2"),
    };

    public static RecordId IdOf(int number) => RecordId.FromUuid(new Guid(number + 1, 7, 0x7d3a, 0x9f, 0x42, 0x5a, 0x1c, 0x0e, 0x7b, 0x9d, 0x11));

    /// <summary>Moves the clock until a task has ended. Never a real wait: each turn lets what is ready run.</summary>
    public async Task<T> RunAsync<T>(Task<T> task, TimeSpan? step = null)
    {
        await PassAsync(task, step);
        return await task;
    }

    public async Task PassAsync(Task task, TimeSpan? step = null)
    {
        for (int turn = 0; !task.IsCompleted; turn++)
        {
            // Work that is ready goes first; only what waits for the clock is left when nothing moves.
            for (int i = 0; i < 50 && !task.IsCompleted; i++) await Task.Yield();
            if (!task.IsCompleted) await Task.WhenAny(task, Task.Delay(1, Ending));
            if (!task.IsCompleted) Clock.Advance(step ?? TimeSpan.FromMilliseconds(100));
            Assert.True(turn < 60_000, "The call has not ended in a virtual hour.");
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Partner.Dispose();
    }
}
