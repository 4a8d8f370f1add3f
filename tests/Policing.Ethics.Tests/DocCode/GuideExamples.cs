using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Tests.Enforcement;

namespace Policing.Ethics.Tests.DocCode;

/// <summary>The code of docs/ethics.md and of the package page.</summary>
public sealed class GuideExamples
{
    private static AccessContext Context()
    {
        #region EthicsContext
        AccessContext context = new()
        {
            Actor = new()
            {
                Person = "u-1001",                                             // from the validated token, like all of the actor
                Agency = PoliceAgencies.Of(PoliceAgency.Kent),
                System = "crime-desk",
            },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1234/31",
            Justification = "Keeper of the car that left the scene",
        };
        #endregion
        return context;
    }

    [Fact]
    public async Task A_job_goes_through_the_gate()
    {
        Gates gates = Gates.Over(PolicySet.Baseline);
        AccessGate gate = gates.Gate;
        AccessContext context = Context();
        Vehicle stored = new() { Id = RecordId.New() };
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        #region EthicsJob
        AccessScope scope = gate.For(context);

        // One record: the copy that may be handed over, or none.
        ReleasedRecord<Vehicle> released = await scope.ReleaseAsync(
            stored, new AccessRequest { Operation = AccessOperation.Consultation, RecordType = "vehicle" }, cancellationToken);

        // Any other work: it runs only if it is permitted.
        int sent = await scope.RunAsync(
            new AccessRequest { Operation = AccessOperation.Disclosure, RecordType = "vehicle", Recipient = PoliceAgencies.Of(PoliceAgency.Essex) },
            cancel => SendAsync(cancel),
            cancellationToken);
        #endregion

        Assert.Equal((stored, 1), (released.Record, sent));
        Assert.Equal(2, gates.Log.Entries.Count);
    }

    private static ValueTask<int> SendAsync(CancellationToken cancellationToken) => ValueTask.FromResult(cancellationToken.IsCancellationRequested ? 0 : 1);

    [Fact]
    public async Task A_refusal_tells_the_caller_little_and_the_log_all()
    {
        Gates gates = Gates.Over(PolicySet.Baseline);
        AccessGate gate = gates.Gate;
        AccessContext context = Context() with { CaseReference = null };
        AccessRequest request = new() { Operation = AccessOperation.Consultation, RecordType = "vehicle" };
        List<string> shown = [];
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        #region EthicsRefusal
        try
        {
            await gate.For(context).RunAsync(request, cancel => SendAsync(cancel), cancellationToken);
        }
        catch (AccessRefusedException refusal)
        {
            shown.Add($"{refusal.Code}, see audit entry {refusal.Entry}");   // NotPermitted, see audit entry 0c5c…
        }
        #endregion

        Assert.StartsWith("NotPermitted, see audit entry ", Assert.Single(shown), StringComparison.Ordinal);
        Assert.Contains(gates.Heard.Lines, line => line.Contains("Denied: no rule permits it; nearest: BL-P01 needs caseReference present", StringComparison.Ordinal));
    }

    [Fact]
    public void A_force_lays_its_own_rules_over_the_baseline()
    {
        #region EthicsOwnRules
        PolicySet ours = PolicySet.Create(
            "kent", "2026.11",
            rules:
            [
                new PolicyRule
                {
                    Id = "KENT-01",
                    Effect = RuleEffect.Forbid,
                    Reason = "Records of open misconduct cases are for the professional standards department.",
                    Target = new() { Operations = [AccessOperation.Consultation, AccessOperation.Disclosure] },
                    When = [RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.ContainsAny, "misconduct-case")],
                    Unless = [RuleCondition.Of(RequestAttribute.Roles, ConditionOperator.ContainsAny, "professional-standards")],
                    Citations = [new() { Provision = "Force policy 12", Certainty = CitationCertainty.Own }],
                },
            ],
            switchesOff: [new() { Rule = "BL-F01", Reason = "The force no longer asks for words of justification; decided by its data board." }]);

        PolicySet policy = PolicySet.Combine(PolicySet.Baseline, ours);
        File.WriteAllBytes("kent.policy.json", ours.ToUtf8());               // sha256sum of this file is what ours.Hash says
        #endregion

        Assert.Equal(PolicySet.Baseline.Rules.Count, policy.Rules.Count);
        Assert.Equal(ours.Hash, PolicySet.Parse(File.ReadAllBytes("kent.policy.json")).Hash);
        File.Delete("kent.policy.json");
    }

    [Fact]
    public void A_host_takes_its_parts_and_policies()
    {
        ServiceCollection services = new();
        DateTimeOffset newYear = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        PolicySet trial = PolicySet.Create("trial", "1", []);
        string path = Path.GetTempFileName();
        PolicySet ours = PolicySet.Create("kent", "1", []);
        File.WriteAllBytes(path, ours.ToUtf8());
        string pinned = ours.Hash;

        #region EthicsHost
        services.AddSingleton<IAuditLog, InMemoryAuditLog>();                 // for tests; a host brings a lasting one
        services.AddSingleton<INotifier, PagerNotifier>();
        services.AddSingleton<IReviewQueue, TaskList>();
        services.AddPolicingEthics(options => options.NotifyWithin = TimeSpan.FromSeconds(30))
            .AddPolicyFile(path, pinned)                                     // sha256:…, or the host does not start
            .AddShadowPolicySet(trial, until: newYear);                      // written down, and enforced from that day on
        #endregion

        File.Delete(path);
        services.AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(newYear.AddDays(-30)));
        Assert.NotNull(services.BuildServiceProvider().GetRequiredService<AccessGate>());
    }

    [Fact]
    public void A_decision_can_be_explained_to_people()
    {
        AccessContext context = Context() with { Purpose = ProcessingPurpose.Licensing };

        #region EthicsExplain
        AccessRequest request = new()
        {
            Context = context,
            Operation = AccessOperation.Consultation,
            RecordType = "vehicle",
            Time = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero),
        };
        PolicyExplanation explanation = PolicySet.Baseline.Explain(request);
        Console.WriteLine(explanation);   // Denied: no rule permits it; nearest: BL-P07 needs basis in part-3-consent, uk-gdpr-consent, …
        #endregion

        Assert.StartsWith("Denied: no rule permits it; nearest: BL-P07 needs basis in part-3-consent, uk-gdpr-consent,", explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_tested_like_code()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Baseline", "baseline.tests.json");
        PolicySet policy = PolicySet.Baseline;

        #region EthicsPolicyTests
        PolicyTestSuite suite = PolicyTestSuite.Parse(File.ReadAllBytes(path));
        PolicyTestReport report = suite.Run(policy);
        Console.WriteLine(report);   // 53 of 53 tests passed; 34 of 34 rules applied in one
        #endregion

        Assert.True(report.Passed);
        Assert.Equal("53 of 53 tests passed; 34 of 34 rules applied in one", report.ToString());
    }

    private sealed class PagerNotifier : INotifier
    {
        public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class TaskList : IReviewQueue
    {
        public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
