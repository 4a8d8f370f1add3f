using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>The typed client against the host, over real sockets on loopback: they were written apart, from the contract.</summary>
public sealed class ClientAgainstHostTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_client_sends_the_host_understands_and_the_other_way_round()
    {
        await using Served served = await Served.StartAsync(new InMemoryPartnerStore());
        using PolicingClient kent = served.Client("kent");
        using PolicingClient essex = served.Client("essex");
        PartnerSession session = kent.For(Context("kent"));

        PartnerCapabilities capabilities = await kent.GetCapabilitiesAsync(Ending);
        Assert.NotEmpty(capabilities.RecordTypes);
        Assert.NotEmpty(await kent.ReferenceData.GetListsAsync(Ending));

        Person person = Samples.Person("Thompson") with { Ethnicities = default };
        WriteAnswer created = await session.Records.CreateAsync(person, Ending);
        Assert.Equal(WriteChange.Created, created.Change);
        Assert.Equal(WriteChange.Unchanged, (await session.Records.CreateAsync(person, Ending)).Change);

        RecordAnswer<Person> read = await session.Records.GetAsync<Person>(person.Id, Ending);
        Assert.Equal(person, read.Record);
        Person changed = person with { Sex = Sex.Male, Version = person.Version! with { Number = 2 } };
        Assert.Equal(WriteChange.Replaced, (await session.Records.ReplaceAsync(changed, read.Tag, Ending)).Change);
        Assert.Equal(PartnerFailure.Stale, (await session.Records.TryReplaceAsync(person, read.Tag, Ending)).Failure);
        Assert.Equal(PartnerFailure.Exists, (await session.Records.TryCreateAsync(person, Ending)).Failure);
        Assert.Equal(PartnerFailure.NotAvailable, (await session.Records.TryGetAsync<Person>(RecordId.New(), Ending)).Failure);
        Assert.Equal(PartnerFailure.NotController, (await essex.For(Context("essex")).Records.TryReplaceAsync(person, read.Tag, Ending)).Failure);

        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")] };
        Link link = Link.Between(person, LinkRole.Victim, crime);
        await session.Records.CreateAsync(crime, Ending);
        await session.Records.CreateAsync(link, Ending);
        Assert.Equal(link.Id, Assert.Single(await ListAsync(session.Records.GetLinksAsync<Crime>(crime.Id, cancellationToken: Ending))).Id);
        Assert.Equal(2, (await ListAsync(session.Records.GetHistoryAsync<Person>(person.Id, Ending))).Count);

        SearchPage page = await session.Search.GetPageAsync(new PersonSearch { Surname = "Thomson", NameMatching = NameMatching.Phonetic, BirthDate = PartialDateTime.Parse("1990-04-05") }, null, Ending);
        Assert.Equal(person.Id, Assert.Single(page.Matches).Record!.Id);
        Assert.Equal(1, page.Count);
        Assert.Equal(PartnerFailure.TooBroad, (await session.Search.TryGetPageAsync(new PersonSearch { Sex = Sex.Male }, null, Ending)).Failure);

        RecordTag tag = (await session.Records.GetAsync<Person>(person.Id, Ending)).Tag;
        WriteAnswer retracted = await session.Records.ChangeStatusAsync<Person>(person.Id, Client.StatusChange.Retract("Entered for the wrong incident"), tag, IdempotencyKey.New(), Ending);
        Assert.Equal(WriteChange.Retracted, retracted.Change);

        List<RecordChange> changes = await ListAsync(session.Changes.ReadAsync(cancellationToken: Ending));
        Assert.Contains(changes, change => change.Record == crime.Id && change.Kind == RecordChangeKind.Created);
    }

    [Fact]
    public async Task A_bundle_is_submitted_once_and_its_receipt_read()
    {
        await using Served served = await Served.StartAsync(new InMemoryPartnerStore());
        using PolicingClient essex = served.Client("essex");
        PartnerSession session = essex.For(Context("essex"));
        Person person = Samples.Person(force: "essex");
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("essex")] };
        Bundle bundle = new()
        {
            Id = RecordId.New(),
            Kind = BundleKind.Submission,
            OperationalStatus = OperationalStatus.Test,
            Controllers = [Force("essex")],
            Sender = Force("essex"),
            Recipients = [Force("kent")],
            Sharing = new Sharing { Agreement = "ISA-1", Purpose = ProcessingPurpose.Investigation },
            Records = [person, crime, Link.Between(person, LinkRole.Victim, crime)],
        };
        Receipt receipt = await session.Bundles.SubmitAsync(bundle, Ending);
        Assert.Equal(ReceiptStatus.Accepted, receipt.State);
        Assert.Equal(receipt, await session.Bundles.SubmitAsync(bundle, Ending));
        Assert.Equal(receipt, await session.Bundles.GetReceiptAsync(bundle.Id, Ending));
        Assert.Equal(PartnerFailure.Conflict, (await session.Bundles.TrySubmitAsync(bundle with { Records = [person] }, Ending)).Failure);
    }

    [Fact]
    public async Task Changes_are_followed_while_the_server_goes_and_comes_back()
    {
        InMemoryPartnerStore store = new();
        Person first = Samples.Person();
        Person second = Samples.Person();
        string cursor;
        await using (Served served = await Served.StartAsync(store))
        {
            using PolicingClient kent = served.Client("kent");
            await kent.For(Context("kent")).Records.CreateAsync(first, Ending);
            RecordChange seen = Assert.Single(await ListAsync(kent.For(Context("kent")).Changes.ReadAsync(cancellationToken: Ending)));
            Assert.Equal(first.Id, seen.Record);
            cursor = seen.Cursor;
        }
        await using (Served again = await Served.StartAsync(store))
        {
            using PolicingClient kent = again.Client("kent");
            Task<RecordChange> next = NextAsync(kent.For(Context("kent")), cursor);
            await kent.For(Context("kent")).Records.CreateAsync(second, Ending);
            Assert.Equal(second.Id, (await next).Record);
        }
    }

    private static async Task<RecordChange> NextAsync(PartnerSession session, string cursor)
    {
        using CancellationTokenSource safety = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        safety.CancelAfter(TimeSpan.FromSeconds(60));
        await foreach (RecordChange change in session.Changes.FollowAsync(cursor, cancellationToken: safety.Token)) return change;
        throw new InvalidOperationException("The stream ended.");
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items) list.Add(item);
        return list;
    }

    private static AccessContext Context(string agency) => new()
    {
        Actor = new() { Agency = Force(agency), System = agency + "-rms", Person = "u-1" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
        Justification = "Enquiry of the officer in the case",
        Sensitive = new() { Condition = Schedule8Condition.StatutoryPurposes, PolicyDocument = "APD-7" },
    };

    /// <summary>A host on Kestrel, on a port of loopback that the system chooses. Its tokens are the names of agencies: authentication is not what is tried here.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Served(WebApplication app) => _app = app;

        private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        public static async Task<Served> StartAsync(InMemoryPartnerStore store)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(store);
            builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, NameHandler>("test", null);
            builder.Services.AddPolicingEthics().AddPartnerHost(
                options =>
                {
                    options.Agency = Force("kent");
                    options.Environment = PartnerEnvironment.Test;
                    options.CursorKey = new byte[32];
                },
                http => http.Complete = static (_, context) => ValueTask.FromResult(context with
                {
                    Justification = "Enquiry of the officer in the case",
                    Sensitive = context.Sensitive is { } sensitive ? sensitive with { StrictNecessity = "Identification of the victim" } : null,
                })).UseInMemoryStore();
            WebApplication app = builder.Build();
            app.UseAuthentication();
            app.MapPolicingPartnerApi();
            await app.StartAsync(Ending);
            return new Served(app);
        }

        public PolicingClient Client(string agency) => PolicingClient.Create(new PolicingClientOptions
        {
            BaseAddress = Address,
            AccessToken = (_, _) => ValueTask.FromResult(agency),
            Budget = TimeSpan.FromSeconds(120),
            AttemptTimeout = TimeSpan.FromSeconds(60),
        });

        public async ValueTask DisposeAsync()
        {
            using CancellationTokenSource atOnce = new(TimeSpan.FromSeconds(1));
            await _app.StopAsync(atOnce.Token);
            await _app.DisposeAsync();
        }
    }

    private sealed class NameHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization is not [{ } text] || !text.StartsWith("Bearer ", StringComparison.Ordinal)) return Task.FromResult(AuthenticateResult.NoResult());
            string agency = text["Bearer ".Length..];
            string end = (TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1)).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            Claim[] claims = [new("sub", "u-1"), new("client_id", agency + "-rms"), new("agency", agency), new("tenant", "south"), new("roles", "records-manager"), new("scope", Scopes), new("exp", end)];
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, "test")), "test")));
        }
    }
}
