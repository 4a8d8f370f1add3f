using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.PostgreSql.Tests.Store;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>samples/PartnerApi as it is started: over sockets, on SQLite and PostgreSQL, with tokens of its issuer, and stopped and started again.</summary>
public sealed class SampleHostTests(ClusterFixture postgreSql) : IClassFixture<ClusterFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-sample").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public Task It_serves_what_it_seeded_and_keeps_what_was_written_over_a_restart() => ServeAsync();

    [Fact]
    public Task It_does_so_on_PostgreSQL_too() => ServeAsync("--ConnectionStrings:Partner", postgreSql.Cluster.NewDatabase());

    [Fact]
    public async Task What_was_disposed_of_is_in_no_file_of_it_and_the_recipient_is_told()
    {
        const string Canary = "Zebulon Quagmire of Nowhere Street";
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")], Summary = Canary };
        await using (WebApplication app = SampleHost.Build(["--data", _folder, "--port", "0"]))
        {
            await SampleHost.StartAsync(app, TextWriter.Null, Ending);
            using PolicingClient kent = Client(app, 0);
            using PolicingClient essex = Client(app, 1);
            RecordTag tag = (await kent.For(Context("kent")).Records.CreateAsync(crime, Ending)).Tag;
            await kent.For(Context("kent")).Records.ReplaceAsync(crime with { Summary = Canary + ", again" }, tag, Ending);
            await essex.For(Context("essex")).Records.GetAsync<Crime>(crime.Id, Ending);
            Assert.True(IsInFiles(Canary), "What is to be looked for is found while it is there.");
            AccessContext manager = Context("kent") with { Purpose = ProcessingPurpose.RecordsManagement };
            await kent.For(manager).Records.ChangeStatusAsync<Crime>(crime.Id, Policing.Client.StatusChange.Dispose("Review board, decision 7", "retention has ended"), RecordTag.Any, IdempotencyKey.New(), Ending);
            Assert.False(IsInFiles(Canary), "It is in a file of the running server.");
            List<RecordChange> told = [];
            await foreach (RecordChange change in essex.For(Context("essex")).Changes.ReadAsync(null, cancellationToken: Ending)) told.Add(change);
            Assert.Contains(told, change => change.Record == crime.Id && change.Kind == RecordChangeKind.Disposed);
            await app.StopAsync(Ending);
        }
        Assert.False(IsInFiles(Canary), "It is in a file of the server at rest.");
    }

    private bool IsInFiles(string text) => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Any(file =>
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan(0, read).IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    });

    private async Task ServeAsync(params string[] database)
    {
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")] };
        RecordTag tag;
        await using (WebApplication app = SampleHost.Build(["--data", _folder, "--port", "0", .. database]))
        {
            StringWriter said = new();
            await SampleHost.StartAsync(app, said, Ending);
            Assert.Contains("curl -s " + app.Urls.First(), said.ToString(), StringComparison.Ordinal);
            Assert.Equal("Strict", await ModeAsync(app));
            using PolicingClient kent = Client(app, 0);
            using PolicingClient essex = Client(app, 1);
            Assert.NotEmpty((await kent.GetCapabilitiesAsync(Ending)).RecordTypes);
            tag = (await kent.For(Context("kent")).Records.CreateAsync(crime, Ending)).Tag;
            Assert.Equal(crime.Id, (await essex.For(Context("essex")).Records.GetAsync<Crime>(crime.Id, Ending)).Record.Id);
            Assert.Equal(PartnerFailure.NotController, (await essex.For(Context("essex")).Records.TryReplaceAsync(crime, tag, Ending)).Failure);
            await app.StopAsync(Ending);
        }
        await using (WebApplication app = SampleHost.Build(["--data", _folder, "--port", "0", "--audit", "buffered", .. database]))
        {
            await SampleHost.StartAsync(app, TextWriter.Null, Ending);
            Assert.Equal("Buffered", await ModeAsync(app));
            using PolicingClient kent = Client(app, 0);
            PartnerSession session = kent.For(Context("kent"));
            Assert.Equal(PartnerFailure.Exists, (await session.Records.TryCreateAsync(crime with { Summary = "Another" }, Ending)).Failure);
            Assert.Equal(WriteChange.Replaced, (await session.Records.ReplaceAsync(crime with { Summary = "Another" }, tag, Ending)).Change);
            using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };
            foreach (string path in new[] { "/docs/", "/openapi/partner-api.v1.json", "/1.0/strict/record.schema.json", "/1.0/open/receipt.schema.json", "/health" })
                Assert.True((await http.GetAsync(new Uri(path, UriKind.Relative), Ending)).IsSuccessStatusCode, path);
            await app.StopAsync(Ending);
        }
    }

    // By the running log, and with it that it writes.
    private static async Task<string?> ModeAsync(WebApplication app)
    {
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };
        JsonElement audit = JsonDocument.Parse(await http.GetStringAsync(new Uri("/health", UriKind.Relative), Ending)).RootElement.GetProperty("audit");
        Assert.NotEqual("0", audit.GetProperty("groups").GetString());
        return audit.GetProperty("mode").GetString();
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
        foreach (string scope in new[] { "capabilities.read", "records.read", "records.write", "changes.read" }) options.Tokens.Scopes.Add(scope);
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
