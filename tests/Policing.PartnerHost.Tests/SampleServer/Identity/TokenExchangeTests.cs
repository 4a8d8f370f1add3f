using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Policing.Client;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost.Tests.SampleServer.Identity;

/// <summary>Who an officer is, from the home force to the partner (RFC 8693): the issuer of samples/PartnerApi as the partner's, two others as home forces.</summary>
public sealed class TokenExchangeTests
{
    private const string Canary = "qzx-canary";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_officer_stays_the_subject_and_the_client_is_the_actor()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        string subject = partner.Forces["essex"].Token("u-17", partner.Issuer);
        (HttpStatusCode status, JsonElement answer) = await partner.ExchangeAsync("essex", subject);
        Assert.Equal((HttpStatusCode.OK, "urn:ietf:params:oauth:token-type:access_token"), (status, answer.GetProperty("issued_token_type").GetString()));
        JsonElement claims = ClaimsOf(answer);
        Assert.Equal("u-17", claims.GetProperty("sub").GetString());
        Assert.Equal("essex-rms", claims.GetProperty("act").GetProperty("sub").GetString());
        Assert.Equal("essex-rms", claims.GetProperty("client_id").GetString());
        Assert.Equal(("https://identity.essex.example/", "essex", "essex"),
            (claims.GetProperty("home_issuer").GetString(), claims.GetProperty("home_agency").GetString(), claims.GetProperty("agency").GetString()));
        // Not longer than what it was given for: twenty minutes, not an hour.
        Assert.InRange(answer.GetProperty("expires_in").GetInt32(), 1, 1200);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "untrusted force", "not by a force that this server trusts" },
        { "another key", "not signed by the force" },
        { "shared secret", "not signed by the force|not taken" },
        { "nobody's signature", "not signed by the force|not taken" },
        { "wrong audience", "for another audience" },
        { "token endpoint for audience", "for another audience" },
        { "expired", "has expired" },
        { "never ends", "has expired" },
        { "not yet", "not valid yet" },
        { "unbound", "is not bound" },
        { "bound to another client", "bound to another client" },
        { "bound to a certificate", "bound to another certificate" },
        { "an identity token", "no access token" },
        { "nobody", "does not say who the officer is" },
        { "the client as officer", "does not say who the officer is" },
        { "no token at all", "is not a JWT" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_token_that_proves_nothing_is_refused_with_the_reason_and_without_a_value(string fault, string reason)
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        (HttpStatusCode status, JsonElement answer) = await partner.ExchangeAsync("essex", Faulty(partner, fault));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (status, answer.GetProperty("error").GetString()));
        Assert.Contains(reason.Split('|'), words => answer.GetProperty("error_description").GetString()!.Contains(words, StringComparison.Ordinal));
        Assert.DoesNotContain(Canary, answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(partner.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_log_of_any_level_names_the_officer_or_has_a_token()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        string subject = partner.Forces["essex"].Token(Canary, partner.Issuer);
        (HttpStatusCode status, JsonElement answer) = await partner.ExchangeAsync("essex", subject);
        Assert.Equal(HttpStatusCode.OK, status);
        string token = answer.GetProperty("access_token").GetString()!;
        Assert.Equal(HttpStatusCode.NotFound, await partner.ReadAsync(Samples.Person(), token, ""));
        Assert.NotEmpty(partner.Lines);
        foreach (string secret in new[] { Canary, subject.Split('.')[2], token.Split('.')[2] })
            Assert.DoesNotContain(partner.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_acts_for_officers_of_its_own_force_only()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        string essex = partner.Forces["essex"].Token("u-17", partner.Issuer, claims => claims["may_act"] = new Dictionary<string, object> { ["sub"] = "kent-rms" });
        (HttpStatusCode status, JsonElement answer) = await partner.ExchangeAsync("kent", essex);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("does not act for officers of the force", answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_another_actor_nor_another_type_of_token_is_taken()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        string subject = partner.Forces["essex"].Token("u-17", partner.Issuer);
        foreach ((string Name, string Value)[] form in new (string, string)[][]
        {
            [("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"), ("actor_token", subject), ("actor_token_type", "urn:ietf:params:oauth:token-type:access_token")],
            [("subject_token_type", "urn:ietf:params:oauth:token-type:id_token")],
            [("subject_token_type", "urn:ietf:params:oauth:token-type:jwt")],
            [("subject_token_type", "nonsense")],
        })
        {
            (HttpStatusCode status, JsonElement answer) = await partner.AskAsync("essex", null, null, [("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", subject), .. form]);
            Assert.True(status is HttpStatusCode.BadRequest && answer.TryGetProperty("error_description", out _), form[0].Value);
        }
    }

    [Fact]
    public async Task An_exchanged_token_cannot_be_exchanged_again()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        (_, JsonElement first) = await partner.ExchangeAsync("essex", partner.Forces["essex"].Token("u-17", partner.Issuer));
        (HttpStatusCode status, JsonElement answer) = await partner.ExchangeAsync("essex", first.GetProperty("access_token").GetString()!);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (status, answer.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Of_two_hundred_flows_of_fifty_officers_none_is_crossed()
    {
        const int OfficersOfAForce = 25;
        const int Desks = 4;
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        Vehicle vehicle = Samples.Vehicle();
        using (PolicingClient kent = partner.Client("kent")) await kent.For(FederatedPartner.Context("kent", null)).Records.CreateAsync(vehicle, Ending);

        // The forces number their officers alike: only the agency tells them apart.
        List<PolicingClient> desks = [];
        List<(Guid Correlation, string Agency, string Officer, Task<RecordAnswer<Vehicle>> Answer)> flows = [];
        for (int desk = 0; desk < Desks; desk++)
        {
            foreach (string agency in new[] { "kent", "essex" })
            {
                TestForce home = partner.Forces[agency];
                PolicingClient client = partner.Client(agency, (context, _) => ValueTask.FromResult(new SubjectToken(home.Token(context.Actor.Person!, partner.Issuer))));
                desks.Add(client);
                for (int number = 0; number < OfficersOfAForce; number++)
                {
                    AccessContext context = FederatedPartner.Context(agency, $"u-{number:00}");
                    flows.Add((context.Correlation, agency, context.Actor.Person!, Task.Run(() => client.For(context).Records.GetAsync<Vehicle>(vehicle.Id, Ending), Ending)));
                }
            }
        }
        await Task.WhenAll(flows.Select(flow => flow.Answer));
        Assert.Equal(200, flows.Count);
        ILookup<Guid, AuditEntry> entries = partner.Log.Entries.Where(entry => entry.Context is not null).ToLookup(entry => entry.Context!.Correlation);
        foreach ((Guid correlation, string agency, string officer, _) in flows)
        {
            AccessActor actor = Assert.Single(entries[correlation]).Context!.Actor;
            Assert.Equal((officer, agency, agency + "-rms"), (actor.Person, actor.Agency.Id, actor.System));
        }
        desks.ForEach(client => client.Dispose());
    }

    private static string Faulty(FederatedPartner partner, string fault)
    {
        TestForce essex = partner.Forces["essex"];
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        string Changed(Action<Dictionary<string, object?>> change) => essex.Token(Canary, partner.Issuer, change);
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fault switch
        {
            "untrusted force" => Changed(claims => claims["iss"] = "https://identity.elsewhere.example/"),
            "another key" => essex.Token(Canary, partner.Issuer, by: new SigningCredentials(
                new ECDsaSecurityKey(other) { KeyId = "home-1", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256)),
            "shared secret" => essex.Token(Canary, partner.Issuer, by: new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "home-1" }, SecurityAlgorithms.HmacSha256)),
            "nobody's signature" => Unsigned(essex.Token(Canary, partner.Issuer)),
            "wrong audience" => essex.Token(Canary, "https://partner.elsewhere.example/"),
            "token endpoint for audience" => essex.Token(Canary, partner.Issuer + "token"),
            "expired" => Changed(claims => claims["exp"] = now - 1),
            "never ends" => Changed(claims => claims["exp"] = null),
            "not yet" => Changed(claims => claims["nbf"] = now + 600),
            "unbound" => Changed(claims => claims["may_act"] = null),
            "bound to another client" => Changed(claims => claims["may_act"] = new Dictionary<string, object> { ["sub"] = "kent-rms" }),
            "bound to a certificate" => Changed(claims => claims["cnf"] = new Dictionary<string, object> { ["x5t#S256"] = "bHkrnZwoPRVTrSUxND87Kl0U-8wpcEgwJ3JxG2gVkeA" }),
            "an identity token" => essex.Token(Canary, partner.Issuer, type: "JWT"),
            "nobody" => Changed(claims => claims["sub"] = null),
            "the client as officer" => essex.Token("essex-rms", partner.Issuer),
            _ => Canary,
        };
    }

    private static string Unsigned(string token) => Base64Url.EncodeToString("""{"alg":"none","typ":"at+jwt","kid":"home-1"}"""u8) + "." + token.Split('.')[1] + ".";

    private static JsonElement ClaimsOf(JsonElement answer) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(answer.GetProperty("access_token").GetString()!.Split('.')[1])).RootElement;
}
