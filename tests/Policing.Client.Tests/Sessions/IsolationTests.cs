using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Policing.DataModel;
using Policing.Ethics;
using Policing.Testing;

namespace Policing.Client.Tests.Sessions;

/// <summary>Nobody gets what another asked for, and nobody acts with another's token.</summary>
public class IsolationTests
{
    private const int Flows = 200;
    private const int CallsOfAFlow = 500;
    private const int Officers = 50;
    private const int Records = 1000;

    [Fact]
    public async Task A_hundred_thousand_calls_of_two_hundred_flows_get_each_its_own_answer()
    {
        ConcurrentDictionary<string, string> crossed = new(StringComparer.Ordinal);
        using OfficerWatch watch = new(crossed);
        for (int i = 0; i < Records; i++) watch.Partner.Hold(Bench.PersonOf(i, "Name" + i.ToString(CultureInfo.InvariantCulture)));
        watch.Partner.KeepsRequests = false;
        PolicingClientOptions options = Bench.Options();
        options.Incoming = ValidationPolicy.Off;
        options.MaxConcurrency = 150;
        // Nothing here waits for the clock; a machine that is slow is no fault of the partner's.
        options.Budget = options.AttemptTimeout = TimeSpan.FromMinutes(10);
        options.Tokens.OnBehalfOf = static (context, _) => ValueTask.FromResult(new SubjectToken(context.Actor.Person!));
        using PolicingClient client = PolicingClient.Create(options, watch, watch.Clock);
        Task<int>[] flows = [.. Enumerable.Range(0, Flows).Select(flow => Task.Run(() => FlowAsync(client, flow), Bench.Ending))];
        int[] answers = await Task.WhenAll(flows);
        Assert.Equal(Flows * CallsOfAFlow, answers.Sum());
        Assert.Empty(crossed);
        Assert.Equal(Officers, watch.Partner.TokensIssued);
    }

    [Fact]
    public void Nothing_that_a_caller_holds_can_change()
    {
        Type[] shared =
        [
            typeof(PolicingClient), typeof(PartnerSession), typeof(RecordCalls), typeof(SearchCalls), typeof(BundleCalls), typeof(ChangeCalls), typeof(ReferenceDataCalls),
            typeof(CallSender), typeof(Caller), typeof(ClientSettings), typeof(TokenSource), typeof(CallHandler), typeof(PartnerOperation),
        ];
        Assert.All(shared, static type => Assert.All(
            type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly), static field => Assert.True(field.IsInitOnly, $"{field.DeclaringType}.{field.Name} can change.")));
        Assert.All(
            typeof(PolicingClient).Assembly.GetTypes().Where(static type => !type.Name.Contains('<', StringComparison.Ordinal)).SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)),
            static field => Assert.True(field.IsInitOnly || field.IsLiteral || field.Name.StartsWith('<') || field.DeclaringType!.Name.StartsWith("__", StringComparison.Ordinal) || field.DeclaringType.Name == "ClientLog", $"{field.DeclaringType}.{field.Name} is shared and can change."));
    }

    private static async Task<int> FlowAsync(PolicingClient client, int flow)
    {
        string officer = "officer-" + (flow % Officers).ToString(CultureInfo.InvariantCulture);
        PartnerSession session = client.For(Bench.Context(officer, officer));
        int answered = 0;
        for (int call = 0; call < CallsOfAFlow; call++)
        {
            int number = ((flow * 7919) + (call * 104_729)) % Records;
            RecordAnswer<Person> answer = await session.Records.GetAsync<Person>(Bench.IdOf(number), Bench.Ending).ConfigureAwait(false);
            if (answer.Record.Id != Bench.IdOf(number) || answer.Record.Names[0].Surname != "Name" + number.ToString(CultureInfo.InvariantCulture)) throw new InvalidOperationException("Another record came.");
            answered++;
        }
        return answered;
    }

    // Each request says in its case whose it is; its token must say the same. The answer comes on another thread, later than others.
    private sealed class OfficerWatch(ConcurrentDictionary<string, string> crossed) : DelegatingHandler(new ScriptedPartner(new VirtualClock()))
    {
        public ScriptedPartner Partner => (ScriptedPartner)InnerHandler!;

        public VirtualClock Clock { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.TryGetValues("Policing-Access", out IEnumerable<string>? access))
            {
                string header = access.Single();
                string officer = header[(header.IndexOf("case=", StringComparison.Ordinal) + 5)..];
                string? subject = Partner.SubjectOf(request.Headers.Authorization!.Parameter!);
                if (subject != officer) crossed[officer] = subject ?? "nobody";
            }
            await Task.Yield();
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }
}
