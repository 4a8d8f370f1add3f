using Microsoft.Extensions.Logging;
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

    public VirtualClock Clock { get; } = new();

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

    /// <summary>Moves the clock whenever the call waits for it, until the call has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        await Clock.PassUntilAsync(call, Ending);
        return await call;
    }

    public void Dispose()
    {
        Client.Dispose();
        Partner.Dispose();
    }
}
