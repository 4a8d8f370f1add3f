using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Policing.Client;
using Policing.DataModel;
using Policing.Ethics;
using Policing.Samples.Partner.Identity;

namespace Policing.PartnerHost.Tests.SampleServer.Identity;

/// <summary>How clients prove themselves to the issuer of samples/PartnerApi: with a key, once for each token, and under mutual TLS with the connection.</summary>
public sealed class SignInTests
{
    private static readonly (string, string) s_credentials = ("grant_type", "client_credentials");

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_no_proof_and_an_assertion_is_good_for_once()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await partner.AskAsync("essex", form: s_credentials)).Status);
        (HttpStatusCode status, JsonElement answer) = await partner.AskAsync("essex", null, null, s_credentials, ("client_assertion", ""), ("client_assertion_type", ""), ("client_secret", "guessed"));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (status, answer.GetProperty("error").GetString()));

        using ClientConnection connection = new(partner.Address, partner.Keys, new("essex-rms", "essex", []), TimeProvider.System);
        string assertion = connection.Assertion();
        Assert.Equal(HttpStatusCode.OK, (await partner.AskAsync("essex", null, assertion, s_credentials)).Status);
        (status, answer) = await partner.AskAsync("essex", null, assertion, s_credentials);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (status, answer.GetProperty("error").GetString()));
        Assert.Contains("used before", answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        // Nor is that of another client.
        Assert.NotEqual(HttpStatusCode.OK, (await partner.AskAsync("kent", null, connection.Assertion(), s_credentials)).Status);
    }

    [Theory]
    [InlineData(60, true, true)]
    [InlineData(60, false, false)]
    [InlineData(3600, true, false)]
    [InlineData(-600, true, false)]
    public async Task An_assertion_has_an_id_of_its_own_and_ends_soon(int seconds, bool hasId, bool isTaken)
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        (HttpStatusCode status, JsonElement answer) = await partner.AskAsync("essex", null, partner.Assertion("essex-rms", seconds, hasId), s_credentials);
        Assert.Equal(isTaken, status == HttpStatusCode.OK);
        if (!isTaken) Assert.Contains(answer.GetProperty("error").GetString(), new[] { "invalid_client", "invalid_grant" });
    }

    [Fact]
    public async Task The_discovery_document_offers_keys_and_no_secrets()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        using HttpClient http = new();
        using JsonDocument document = JsonDocument.Parse(await http.GetStringAsync(new Uri(partner.Address, "/.well-known/openid-configuration"), Ending));
        Assert.Equal(partner.Issuer, document.RootElement.GetProperty("issuer").GetString());
        Assert.Equal(["private_key_jwt"], document.RootElement.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray().Select(method => method.GetString()));
    }

    [Fact]
    public async Task Under_mutual_TLS_a_token_is_bound_to_the_certificate_and_worth_nothing_without_it()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync(isMutualTls: true);
        Vehicle vehicle = Samples.Vehicle();
        using PolicingClient kent = partner.Client("kent");
        await kent.For(FederatedPartner.Context("kent", null)).Records.CreateAsync(vehicle, Ending);
        (HttpStatusCode status, JsonElement answer) = await partner.AskAsync("essex", form: s_credentials);
        Assert.Equal(HttpStatusCode.OK, status);

        string token = answer.GetProperty("access_token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await partner.ReadAsync(vehicle, token, "essex-rms"));
        Assert.Equal(HttpStatusCode.Unauthorized, await partner.ReadAsync(vehicle, token, "kent-rms"));
        Assert.Equal(HttpStatusCode.Unauthorized, await partner.ReadAsync(vehicle, token, ""));
    }

    [Fact]
    public async Task Where_a_certificate_is_required_nobody_gets_past_the_handshake_without_one_and_a_bound_token_stays_bound()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync(isMutualTls: true, ClientCertificateMode.RequireCertificate);
        Vehicle vehicle = Samples.Vehicle();
        using PolicingClient kent = partner.Client("kent");
        PartnerSession session = kent.For(FederatedPartner.Context("kent", null));
        await session.Records.CreateAsync(vehicle, Ending);
        Assert.Equal(vehicle, (await session.Records.GetAsync<Vehicle>(vehicle.Id, Ending)).Record);
        string token = (await partner.AskAsync("essex", form: s_credentials)).Answer.GetProperty("access_token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await partner.ReadAsync(vehicle, token, "essex-rms"));
        Assert.Equal(HttpStatusCode.Unauthorized, await partner.ReadAsync(vehicle, token, "kent-rms"));

        // No request is ever read: there is no answer, and no entry either, since there was no call. Under TLS 1.3 the client hears of it when it first reads.
        int entries = partner.Log.Entries.Count;
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => partner.ReadAsync(vehicle, token, ""));
        Assert.Null(refused.StatusCode);
        refused = await Assert.ThrowsAsync<HttpRequestException>(() => partner.AskAsync("essex", "", null, s_credentials));
        Assert.Null(refused.StatusCode);
        Assert.Equal(entries, partner.Log.Entries.Count);
        // Whoever has one goes on undisturbed.
        Assert.Equal(HttpStatusCode.OK, await partner.ReadAsync(vehicle, token, "essex-rms"));
    }

    [Fact]
    public async Task Under_mutual_TLS_no_token_is_given_without_the_client_s_own_certificate()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync(isMutualTls: true);
        (HttpStatusCode status, JsonElement answer) = await partner.AskAsync("essex", "", null, s_credentials);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (status, answer.GetProperty("error").GetString()));
        Assert.Contains("present it", answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await partner.AskAsync("essex", "kent-rms", null, s_credentials)).Status);
        // The certificate alone is a proof too: self_signed_tls_client_auth.
        Assert.Equal(HttpStatusCode.OK, (await partner.AskAsync("essex", null, null, s_credentials, ("client_assertion", ""), ("client_assertion_type", ""))).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await partner.AskAsync("essex", "kent-rms", null, s_credentials, ("client_assertion", ""), ("client_assertion_type", ""))).Status);
    }

    [Fact]
    public async Task Under_mutual_TLS_an_officer_s_token_is_bound_by_the_certificate_too()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync(isMutualTls: true);
        TestForce essex = partner.Forces["essex"];
        string Bound(string client) => essex.Token("u-17", partner.Issuer, claims => claims["cnf"] = new Dictionary<string, object> { ["x5t#S256"] = partner.ThumbprintOf(client) });
        Assert.Equal(HttpStatusCode.OK, (await partner.ExchangeAsync("essex", Bound("essex-rms"))).Status);
        (HttpStatusCode status, JsonElement answer) = await partner.ExchangeAsync("essex", Bound("kent-rms"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("another certificate", answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        (status, answer) = await partner.ExchangeAsync("essex", essex.Token("u-17", partner.Issuer));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("needs cnf", answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);

        using PolicingClient client = partner.Client("essex", (_, _) => ValueTask.FromResult(new SubjectToken(Bound("essex-rms"))));
        Assert.Equal(PartnerFailure.NotAvailable, (await client.For(FederatedPartner.Context("essex", "u-17")).Records.TryGetAsync<Vehicle>(RecordId.New(), Ending)).Failure);
        Assert.Equal("u-17", Assert.Single(partner.Log.Entries, static entry => entry.Kind == AuditEntryKind.Access).Context!.Actor.Person);
    }
}
