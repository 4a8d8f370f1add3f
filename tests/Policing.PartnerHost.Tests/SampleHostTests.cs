using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>samples/PartnerApi as it is started: over sockets, on SQLite, with tokens of its issuer, and stopped and started again.</summary>
public sealed class SampleHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-sample").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_serves_what_it_seeded_and_keeps_what_was_written_over_a_restart()
    {
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")] };
        RecordTag tag;
        await using (WebApplication app = SampleHost.Build(["--data", _folder, "--port", "0"]))
        {
            StringWriter said = new();
            await SampleHost.StartAsync(app, said, Ending);
            Assert.Contains("curl -s " + app.Urls.First(), said.ToString(), StringComparison.Ordinal);
            using PolicingClient kent = Client(app, 0);
            using PolicingClient essex = Client(app, 1);
            Assert.NotEmpty((await kent.GetCapabilitiesAsync(Ending)).RecordTypes);
            tag = (await kent.For(Context("kent")).Records.CreateAsync(crime, Ending)).Tag;
            Assert.Equal(crime.Id, (await essex.For(Context("essex")).Records.GetAsync<Crime>(crime.Id, Ending)).Record.Id);
            Assert.Equal(PartnerFailure.NotController, (await essex.For(Context("essex")).Records.TryReplaceAsync(crime, tag, Ending)).Failure);
            await app.StopAsync(Ending);
        }
        await using (WebApplication app = SampleHost.Build(["--data", _folder, "--port", "0"]))
        {
            await SampleHost.StartAsync(app, TextWriter.Null, Ending);
            using PolicingClient kent = Client(app, 0);
            PartnerSession session = kent.For(Context("kent"));
            Assert.Equal(PartnerFailure.Exists, (await session.Records.TryCreateAsync(crime with { Summary = "Another" }, Ending)).Failure);
            Assert.Equal(WriteChange.Replaced, (await session.Records.ReplaceAsync(crime with { Summary = "Another" }, tag, Ending)).Change);
            using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };
            foreach (string path in new[] { "/docs/", "/openapi/partner-api.v1.json", "/health" })
                Assert.True((await http.GetAsync(new Uri(path, UriKind.Relative), Ending)).IsSuccessStatusCode, path);
            await app.StopAsync(Ending);
        }
    }

    private static PolicingClient Client(WebApplication app, int client)
    {
        string id = app.Services.GetRequiredService<IReadOnlyList<TestClient>>()[client].Id;
        ClientKeys keys = app.Services.GetRequiredService<ClientKeys>();
        PolicingClientOptions options = new() { BaseAddress = new Uri(app.Urls.First()), Budget = TimeSpan.FromSeconds(120), AttemptTimeout = TimeSpan.FromSeconds(60) };
        options.Tokens.Endpoint = new Uri(options.BaseAddress, "/token");
        options.Tokens.Issuer = options.BaseAddress.AbsoluteUri;
        options.Tokens.ClientId = id;
        options.Tokens.Key = () => ClientKey.Of(keys.Of(id), id);
        foreach (string scope in new[] { "capabilities.read", "records.read", "records.write" }) options.Tokens.Scopes.Add(scope);
        return PolicingClient.Create(options);
    }

    private static AccessContext Context(string agency) => new()
    {
        Actor = new() { Agency = Force(agency), System = agency + "-rms" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
    };
}
