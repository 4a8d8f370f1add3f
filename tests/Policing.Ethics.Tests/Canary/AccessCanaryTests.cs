using System.Diagnostics;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Tests.Enforcement;
using static Policing.Ethics.Tests.SampleContexts;

namespace Policing.Ethics.Tests.Canary;

/// <summary>Marked values in everything that a context, request and record have room for; none may be in what comes out.</summary>
public sealed class AccessCanaryTests
{
    private const string Canary = "QZX-CANARY";

    private static AccessContext Marked { get; } = new()
    {
        Actor = new() { Person = Canary, Agency = new() { Scheme = AgencyScheme.Of(Canary), Id = Canary, Name = Canary }, System = Canary, Roles = [Canary] },
        OnBehalfOf = new() { Person = Canary, Agency = new() { Id = Canary }, System = Canary },
        Purpose = ProcessingPurpose.Of(Canary),
        Basis = LawfulBasis.Of(Canary),
        CaseReference = Canary,
        ReasonCode = Canary,
        Justification = Canary,
        Session = Canary,
        Place = Canary,
        Emergency = Canary,
        Sensitive = new() { Condition = Schedule8Condition.Of(Canary), PolicyDocument = Canary, StrictNecessity = Canary },
    };

    private static Person Record { get; } = new()
    {
        Id = RecordId.New(),
        Names = [new() { Surname = Canary }],
        Marking = new() { Tier = SecurityTier.Of(Canary), Handling = [Canary], ReleaseTo = [new() { Id = Canary }] },
        Status = new() { State = RecordState.Of(Canary), Reason = Canary },
        Controllers = [new() { Id = Canary }],
    };

    [Fact]
    public async Task No_value_is_in_refusals_logs_reasons_notifications_or_traces()
    {
        List<string> traces = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Add(activity.DisplayName + string.Concat(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        List<string> seen = [];
        foreach ((PolicySet set, AccessContext context) in Cases())
        {
            Gates gates = Gates.Over(set, more: builder => builder.AddRecordObligationHandler(new PersonLeaveOut { Fails = new InvalidOperationException(Canary) }));
            using HttpClient client = gates.Client();
            AccessRequest request = AccessRequest.About(Record, AccessOperation.Consultation, context) with { Recipient = new() { Id = Canary }, Facts = [Canary], CollectedFor = [ProcessingPurpose.Of(Canary)] };
            await Try(seen, () => gates.Gate.For(context).RunAsync(request, _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken).AsTask());
            await Try(seen, () => gates.Gate.For(context).ReleaseAsync(Record, request, TestContext.Current.CancellationToken).AsTask());
            using HttpRequestMessage message = new(HttpMethod.Get, "https://partner.example/");
            await Try(seen, () => client.SendAsync(message.For(context).Describe(request), TestContext.Current.CancellationToken));
            seen.AddRange([.. gates.Heard.Lines, .. gates.Log.Entries.Select(entry => $"{entry} {entry.Decision} {entry.Decision!.Detail}"), set.Explain(request with { Context = context }).ToString()]);
            seen.AddRange(gates.Notifier.Told.Select(told => told.ToString()));
            seen.AddRange(gates.Reviews.Due.Select(due => due.ToString()));
        }
        Assert.True(seen.Count > 50, $"{seen.Count}");
        Assert.DoesNotContain(seen.Concat(traces), text => text.Contains(Canary, StringComparison.Ordinal));
    }

    // The baseline, rules that permit it all, and rules whose conditions look at everything.
    private static IEnumerable<(PolicySet Set, AccessContext Context)> Cases()
    {
        PolicySet permits = SampleRules.Set(SampleRules.Permit("p"), SampleRules.Oblige("n", new Notify { Role = "r", Within = TimeSpan.FromSeconds(5) }), SampleRules.Oblige("s", new SecondPersonAfterwards { Role = "r", Within = TimeSpan.FromHours(1) }));
        PolicySet changes = SampleRules.Set(SampleRules.Permit("p"), SampleRules.Oblige("o", new LeaveOut { Classes = RecordClasses.Sensitive }));
        foreach (AccessContext context in new[] { Marked, Marked with { Justification = string.Concat(Enumerable.Repeat(Canary, 100)) }, Investigator with { Justification = Canary } })
        {
            yield return (PolicySet.Baseline, context);
            yield return (permits, context);
            yield return (changes, context);
            for (int seed = 0; seed < 10; seed++) yield return (SampleRules.Set(RandomPolicies.Rules(new Random(seed))), context);
        }
    }

    private static async Task Try(List<string> seen, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (AccessRefusedException refusal)
        {
            seen.Add(refusal.ToString());
        }
    }
}
