using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Samples.Partner.Identity;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests.SampleServer.Terminals;

/// <summary>The server is killed while it is written to, and started again: what it said yes to is there, once, and clients go on. With its new keys their old tokens count for nothing.</summary>
public sealed class RestartTests : IDisposable
{
    private const int Writes = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("policing-restart").FullName;
    private readonly ClientKeys _keys;

    public RestartTests() => _keys = new ClientKeys(Path.Combine(_folder, "keys"));

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    private static AccessContext Context => new()
    {
        Actor = new() { Agency = Force("kent"), System = "kent-rms" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
    };

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_acknowledged_is_there_once_and_clients_go_on(bool isMutualTls)
    {
        Vehicle[] vehicles = [.. Enumerable.Range(0, Writes).Select(_ => Samples.Vehicle())];
        HashSet<RecordId> acknowledged = [];
        string[] options = ["--data", _folder, "--port", FreePort().ToString(CultureInfo.InvariantCulture), .. isMutualTls ? ["--tls"] : Array.Empty<string>()];
        Uri address;
        PolicingClient bystander;
        using (Terminal first = Terminal.Sample("PartnerApi", options))
        {
            await first.HearAsync("Ctrl+C stops it.", Ending);
            address = new Uri($"{(isMutualTls ? "https" : "http")}://127.0.0.1:{options[3]}");
            bystander = Connect(address);
            Assert.Equal(PartnerFailure.NotAvailable, (await bystander.For(Context).Records.TryGetAsync<Vehicle>(RecordId.New(), Ending)).Failure);
            using PolicingClient writer = Connect(address, attempts: 1);
            PartnerSession session = writer.For(Context);
            Task<PartnerResult<WriteAnswer>>[] writes = [.. vehicles.Select(vehicle => Task.Run(() => session.Records.TryCreateAsync(vehicle, Ending), Ending))];
            await Task.WhenAny(writes);
            first.Kill();
            PartnerResult<WriteAnswer>[] results = await Task.WhenAll(writes);
            for (int place = 0; place < Writes; place++)
                if (results[place].IsSuccess) acknowledged.Add(vehicles[place].Id);
            Assert.NotEmpty(acknowledged);
        }
        using Terminal second = Terminal.Sample("PartnerApi", options);
        await second.HearAsync("Ctrl+C stops it.", Ending);
        using (bystander)
        {
            PartnerSession session = bystander.For(Context);
            foreach (Vehicle vehicle in vehicles.Where(vehicle => acknowledged.Contains(vehicle.Id)))
                Assert.Equal(vehicle, (await session.Records.GetAsync<Vehicle>(vehicle.Id, Ending)).Record);
            // The same again: those that are there stay as they are, the others are made now.
            foreach (Vehicle vehicle in vehicles)
            {
                WriteChange change = (await session.Records.CreateAsync(vehicle, Ending)).Change;
                if (acknowledged.Contains(vehicle.Id)) Assert.Equal(WriteChange.Unchanged, change);
            }
            Dictionary<RecordId, int> announced = [];
            await foreach (RecordChange change in session.Changes.ReadAsync(cancellationToken: Ending)) announced[change.Record] = announced.GetValueOrDefault(change.Record) + 1;
            Assert.All(vehicles, vehicle => Assert.Equal(1, announced[vehicle.Id]));
        }
    }

    // Free, and below those that the system gives to connections: nobody takes it while the server is away.
    private static int FreePort()
    {
        for (int port = 20_000 + Environment.ProcessId % 10_000; port < 32_000; port++)
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
        throw new InvalidOperationException("There is no free port.");
    }

    private PolicingClient Connect(Uri address, int attempts = 4)
    {
        PolicingClientOptions options = new() { BaseAddress = address, Budget = TimeSpan.FromSeconds(120), AttemptTimeout = TimeSpan.FromSeconds(60), MaxAttempts = attempts };
        options.Tokens.Endpoint = new Uri(address, "/token");
        options.Tokens.Issuer = address.AbsoluteUri;
        options.Tokens.ClientId = "kent-rms";
        options.Tokens.Key = () => ClientKey.Of(_keys.Of("kent-rms"), "kent-rms");
        foreach (string scope in new[] { "records.read", "records.write", "changes.read" }) options.Tokens.Scopes.Add(scope);
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        if (address.Scheme == "https")
        {
            options.ClientCertificate = () => _keys.Of("kent-rms");
            handler.SslOptions = new SslClientAuthenticationOptions
            {
                LocalCertificateSelectionCallback = (_, _, _, _, _) => _keys.Of("kent-rms"),
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { _keys.Of(ClientKeys.ServerName) }, RevocationMode = X509RevocationMode.NoCheck },
            };
        }
        return PolicingClient.Create(options, handler);
    }
}
