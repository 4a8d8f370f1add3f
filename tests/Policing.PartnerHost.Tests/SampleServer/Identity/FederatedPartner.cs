using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Policing.Client;
using Policing.DataModel;
using Policing.Ethics;
using Policing.Samples.Partner.Identity;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests.SampleServer.Identity;

/// <summary>
/// A partner on a port of loopback, with the issuer of samples/PartnerApi, and Kent and Essex as trusted home forces with identity servers of their own. Its audit log can be looked at.
/// </summary>
internal sealed class FederatedPartner : IAsyncDisposable
{
    private static readonly TestClient[] s_clients = [new("kent-rms", "kent", ["records-manager"]), new("essex-rms", "essex", [])];

    private readonly WebApplication _app;
    private readonly string _folder;

    private FederatedPartner(WebApplication app, string folder, ClientKeys keys)
    {
        (_app, _folder, Keys) = (app, folder, keys);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    /// <summary>What the issuer calls itself: the audience of assertions and of officers' tokens.</summary>
    public string Issuer => Address.AbsoluteUri;

    public ClientKeys Keys { get; }

    public required InMemoryAuditLog Log { get; init; }

    /// <summary>All that was logged, at every level.</summary>
    public required ConcurrentQueue<string> Lines { get; init; }

    public required IReadOnlyDictionary<string, TestForce> Forces { get; init; }

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static async Task<FederatedPartner> StartAsync(bool isMutualTls = false, ClientCertificateMode certificates = ClientCertificateMode.AllowCertificate)
    {
        string folder = Directory.CreateTempSubdirectory("policing-federation").FullName;
        TestForce[] forces = [new("https://identity.kent.example/", "kent", folder), new("https://identity.essex.example/", "essex", folder)];
        ClientKeys keys = new(Path.Combine(folder, "keys"));
        InMemoryAuditLog log = new();
        ConcurrentQueue<string> lines = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (!isMutualTls) return;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = keys.Of(ClientKeys.ServerName);
                https.ClientCertificateMode = certificates;
                https.AllowAnyClientCertificate();
            });
        }));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Listening(lines));
        builder.Services.AddSingleton<IAuditLog>(log);
        builder.Services.AddIssuer(new IssuerSettings(isMutualTls), s_clients, [.. forces.Select(force => new HomeForce(force.Issuer, force.Agency, force.KeysPath))]);
        builder.Services.AddPolicingEthics().AddPartnerHost(
            options =>
            {
                options.Agency = Force("kent");
                options.Environment = PartnerEnvironment.Test;
                options.CursorKey = new byte[32];
                options.ScopeClaim = OpenIddict.Abstractions.OpenIddictConstants.Claims.Private.Scope;
            },
            http => http.Complete = static (_, context) => ValueTask.FromResult(context with { Justification = "Enquiry of the officer in the case" })).UseInMemoryStore();
        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.MapIssuer();
        app.MapPolicingPartnerApi();
        await global::Policing.Samples.Partner.Identity.Issuer.RegisterAsync(app.Services, keys, Ending);
        await app.StartAsync(Ending);
        return new FederatedPartner(app, folder, keys) { Log = log, Lines = lines, Forces = forces.ToDictionary(force => force.Agency, StringComparer.Ordinal) };
    }

    /// <summary>A client of an agency. Under mutual TLS it has its certificate, or that of another.</summary>
    public PolicingClient Client(string agency, Func<AccessContext, CancellationToken, ValueTask<SubjectToken>>? onBehalfOf = null, string? certificateOf = null)
    {
        string id = agency + "-rms";
        PolicingClientOptions options = new() { BaseAddress = Address, Budget = TimeSpan.FromSeconds(120), AttemptTimeout = TimeSpan.FromSeconds(60) };
        options.Tokens.Endpoint = new Uri(Address, "/token");
        options.Tokens.Issuer = Issuer;
        options.Tokens.ClientId = id;
        options.Tokens.Key = () => ClientKey.Of(Keys.Of(id), id);
        options.Tokens.OnBehalfOf = onBehalfOf;
        foreach (string scope in new[] { "records.read", "records.write" }) options.Tokens.Scopes.Add(scope);
        if (Address.Scheme == "https") options.ClientCertificate = () => Keys.Of(certificateOf ?? id);
        return PolicingClient.Create(options, Transport(certificateOf ?? id));
    }

    /// <summary>Asks the issuer, as a client of an agency; the answer, whatever it is.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(string agency, string? certificateOf = null, string? assertion = null, params (string Name, string Value)[] form)
    {
        string id = agency + "-rms";
        using ClientConnection connection = new(Address, Keys, s_clients.Single(client => client.Id == id), TimeProvider.System);
        using HttpClient http = new(Transport(certificateOf ?? id)) { BaseAddress = Address };
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["client_id"] = id,
            ["scope"] = "records.read",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion ?? connection.Assertion(),
        };
        foreach ((string name, string value) in form) all[name] = value;
        using FormUrlEncodedContent content = new(all.Where(pair => pair.Value.Length > 0));
        using HttpResponseMessage response = await http.PostAsync(new Uri("/token", UriKind.Relative), content, Ending);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Ending)).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> ExchangeAsync(string agency, string subjectToken, string? certificateOf = null) => AskAsync(
        agency, certificateOf, null,
        ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", subjectToken), ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"));

    /// <summary>Reads a record with a token over a connection with a certificate; no certificate where the name is empty.</summary>
    public async Task<HttpStatusCode> ReadAsync(PoliceRecord record, string token, string certificateOf)
    {
        using HttpClient http = new(Transport(certificateOf)) { BaseAddress = Address };
        using HttpRequestMessage request = new(HttpMethod.Get, PathOf(record));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.TryAddWithoutValidation("Policing-Access", Access);
        using HttpResponseMessage response = await http.SendAsync(request, Ending);
        return response.StatusCode;
    }

    /// <summary>An assertion of a client's as it should be, but for when it ends and whether it has an id.</summary>
    public string Assertion(string id, int seconds, bool hasId)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new(StringComparer.Ordinal) { ["iss"] = id, ["sub"] = id, ["aud"] = Issuer, ["iat"] = now - 700, ["exp"] = now + seconds };
        if (hasId) claims["jti"] = Guid.NewGuid().ToString("N");
        using ECDsa key = Keys.Of(id).GetECDsaPrivateKey()!;
        ECDsaSecurityKey signing = new(key) { KeyId = id, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.EcdsaSha256), TokenType = "client-authentication+jwt", Claims = claims });
    }

    public string ThumbprintOf(string client) => Base64Url.EncodeToString(SHA256.HashData(Keys.Of(client).RawDataMemory.Span));

    public static AccessContext Context(string agency, string? officer) => new()
    {
        Actor = new() { Agency = Force(agency), System = agency + "-rms", Person = officer },
        Purpose = DataModel.Codes.ProcessingPurpose.Investigation,
        Basis = DataModel.Codes.LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
    };

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new(TimeSpan.FromSeconds(1));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        Keys.Dispose();
        foreach (TestForce force in Forces.Values) force.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SocketsHttpHandler Transport(string certificateOf)
    {
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        if (Address.Scheme != "https") return handler;
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            LocalCertificateSelectionCallback = (_, _, _, _, _) => certificateOf.Length == 0 ? null! : Keys.Of(certificateOf),
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { Keys.Of(ClientKeys.ServerName) }, RevocationMode = X509RevocationMode.NoCheck },
        };
        return handler;
    }

    private sealed class Listening(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
