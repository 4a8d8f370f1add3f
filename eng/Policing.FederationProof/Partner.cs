using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;

namespace Policing.FederationProof;

/// <summary>samples/PartnerApi as the partner, on a free port, with the home force as the one that it trusts for Essex.</summary>
internal sealed class Partner : IAsyncDisposable
{
    private const string Client = "essex-rms";

    private readonly WebApplication _app;
    private readonly string _folder;

    private Partner(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.First());

    public string Issuer => Address.AbsoluteUri;

    private ClientKeys ClientKeys => _app.Services.GetRequiredService<ClientKeys>();

    public static async Task<Partner> StartAsync(string issuer, string keys, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("policing-federation").FullName;
        WebApplication app = SampleHost.Build(["--data", folder, "--port", "0", "--Trust:0:Issuer", issuer, "--Trust:0:Agency", "essex", "--Trust:0:Keys", keys]);
        await SampleHost.StartAsync(app, TextWriter.Null, cancellationToken);
        return new Partner(app, folder);
    }

    public PolicingClient Connect(Func<AccessContext, SubjectToken> officer, HttpMessageHandler transport)
    {
        PolicingClientOptions options = new() { BaseAddress = Address, Budget = TimeSpan.FromMinutes(3), AttemptTimeout = TimeSpan.FromMinutes(1), MaxConcurrency = 100 };
        options.Tokens.Endpoint = new Uri(Address, "/token");
        options.Tokens.Issuer = Issuer;
        options.Tokens.ClientId = Client;
        options.Tokens.Key = () => ClientKey.Of(ClientKeys.Of(Client), Client);
        options.Tokens.Scopes.Add("records.read");
        options.Tokens.OnBehalfOf = (context, _) => ValueTask.FromResult(officer(context));
        return PolicingClient.Create(options, transport);
    }

    public static AccessContext ContextOf(string officer) => new()
    {
        Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.Essex), System = Client, Person = officer },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
    };

    /// <summary>Asks for an exchange; the error, or null where a token was given.</summary>
    public async Task<(string? Error, string? Description)> ExchangeAsync(string subjectToken, CancellationToken cancellationToken)
    {
        using ClientConnection connection = new(Address, ClientKeys, new TestClient(Client, "essex", []), TimeProvider.System);
        using FormUrlEncodedContent form = new(
        [
            new("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), new("client_id", Client), new("scope", "records.read"),
            new("subject_token", subjectToken), new("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), new("client_assertion", connection.Assertion()),
        ]);
        using HttpResponseMessage response = await connection.Http.PostAsync(new Uri("/token", UriKind.Relative), form, cancellationToken);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer.RootElement.TryGetProperty("error", out JsonElement error) ? (error.GetString(), answer.RootElement.GetProperty("error_description").GetString()) : (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new(TimeSpan.FromSeconds(1));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
