using Policing.Client;
using Policing.DataModel;
using Policing.Ethics;
using Policing.PartnerHost.Tests.SampleServer.Identity;
using Policing.Samples.Partner.Identity;

namespace Policing.PartnerHost.Tests.DocCode;

/// <summary>The client of docs/federation.md.</summary>
public sealed class GuideFederation
{
    [Fact]
    public async Task An_officer_is_known_at_the_partner()
    {
        await using FederatedPartner partner = await FederatedPartner.StartAsync();
        TestForce essex = partner.Forces["essex"];
        ClientKey key = ClientKey.Of(partner.Keys.Of("essex-rms"), "essex-rms");
        PolicingClientOptions options = new() { BaseAddress = partner.Address };
        options.Tokens.Endpoint = new Uri(partner.Address, "/token");
        options.Tokens.Issuer = partner.Issuer;
        ValueTask<string> OfficersTokenAsync(string? officer, CancellationToken cancellationToken) => ValueTask.FromResult(essex.Token(officer!, partner.Issuer));

        #region FederationClient
        options.Tokens.ClientId = "essex-rms";
        options.Tokens.Key = () => key;
        options.Tokens.Scopes.Add("records.read");
        // The officer's access token of the home force, for the partner's issuer as audience; it is exchanged for one of the partner's, once for each officer.
        options.Tokens.OnBehalfOf = async (context, cancellationToken) => new SubjectToken(await OfficersTokenAsync(context.Actor.Person, cancellationToken));
        #endregion

        using PolicingClient client = PolicingClient.Create(options);
        PartnerResult<RecordAnswer<Person>> answer = await client.For(FederatedPartner.Context("essex", "u-17")).Records.TryGetAsync<Person>(RecordId.New(), TestContext.Current.CancellationToken);
        Assert.Equal(PartnerFailure.NotAvailable, answer.Failure);
        Assert.Equal("u-17", Assert.Single(partner.Log.Entries, static entry => entry.Kind == AuditEntryKind.Access).Context!.Actor.Person);
    }
}
