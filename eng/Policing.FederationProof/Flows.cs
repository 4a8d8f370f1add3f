using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using Policing.Client;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.FederationProof;

/// <summary>All officers at several desks at once, each reading as himself. What was sent for each flow must be the token of its officer.</summary>
internal static class Flows
{
    public static async Task<IReadOnlyList<string>> RunAsync(Partner partner, IReadOnlyDictionary<string, string> tokens, int desks, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        ConcurrentDictionary<Guid, JsonElement> sent = new();
        List<(Guid Correlation, string Officer, Task<PartnerResult<RecordAnswer<Person>>> Answer)> flows = [];
        List<PolicingClient> clients = [];
        for (int desk = 0; desk < desks; desk++)
        {
            PolicingClient client = partner.Connect(context => new SubjectToken(tokens[context.Actor.Person!]), new Listener(sent));
            clients.Add(client);
            foreach (string officer in tokens.Keys)
            {
                AccessContext context = Partner.ContextOf(officer);
                // There is no such record: what matters is who asked, and that he was known.
                flows.Add((context.Correlation, officer, Task.Run(() => client.For(context).Records.TryGetAsync<Person>(RecordId.New(), cancellationToken), cancellationToken)));
            }
        }
        foreach ((Guid correlation, string officer, Task<PartnerResult<RecordAnswer<Person>>> answer) in flows)
        {
            PartnerResult<RecordAnswer<Person>> result = await answer;
            if (result.Failure != PartnerFailure.NotAvailable || result.Problem!.AuditEntry.IsNone) faults.Add($"A flow ended otherwise: {result}");
            else if (!sent.TryGetValue(correlation, out JsonElement claims) || !IsOf(claims, officer)) faults.Add("A flow went under another officer's token.");
        }
        clients.ForEach(client => client.Dispose());
        Console.WriteLine($"{flows.Count} flows for {tokens.Count} officers at {desks} desks, {flows.Count - faults.Count} as themselves.");
        return faults;
    }

    private static bool IsOf(JsonElement claims, string officer) =>
        claims.GetProperty("sub").GetString() == officer
        && claims.GetProperty("act").GetProperty("sub").GetString() == "essex-rms"
        && claims.GetProperty("home_agency").GetString() == "essex"
        && claims.GetProperty("home_issuer").GetString() is { Length: > 0 };

    /// <summary>Notes the claims of the token that each call goes with.</summary>
    private sealed class Listener(ConcurrentDictionary<Guid, JsonElement> sent) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.TryGetValues("Policing-Correlation", out IEnumerable<string>? correlation) && request.Headers.Authorization?.Parameter is { } token)
                sent[Guid.Parse(correlation.Single())] = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
