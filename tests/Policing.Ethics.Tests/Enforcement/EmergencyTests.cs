using static Policing.Ethics.Tests.SampleContexts;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Enforcement;

public sealed class EmergencyTests
{
    private static readonly AccessRequest s_look = new() { Operation = AccessOperation.Consultation, RecordType = "person" };

    private static readonly PolicySet s_set = Set(Permit("e", null, RuleCondition.Present(RequestAttribute.Emergency)) with
    {
        Obligations = [new Notify { Role = "supervisor", Within = TimeSpan.FromSeconds(60) }, new SecondPersonAfterwards { Role = "supervisor", Within = TimeSpan.FromHours(24) }],
    });

    private static readonly AccessContext s_emergency = Investigator with { Emergency = "A child was taken" };

    private static ValueTask<bool> Run(Gates gates, AccessContext context) => gates.Gate.For(context).RunAsync(s_look, _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_emergency_passes_at_once_is_told_and_waits_for_another_person()
    {
        Gates gates = Gates.Over(s_set, options => options.ReviewWithin = TimeSpan.FromHours(8));
        Assert.True(await Run(gates, s_emergency));

        AccessNotification told = Assert.Single(gates.Notifier.Told);
        Assert.Equal((true, "supervisor", s_emergency.Correlation), (told.IsEmergency, told.Role, told.Correlation));
        DueReview due = Assert.Single(gates.Reviews.Due);
        Assert.Equal((gates.Time.GetUtcNow() + TimeSpan.FromHours(8), Officer), (due.DueBy, due.Actor));
        Assert.Equal((true, s_emergency.Emergency), (gates.LastEntry.Decision!.IsEmergency, gates.LastEntry.Context!.Emergency));
        Assert.Contains(gates.Heard.Lines, line => line.StartsWith("Warning Access in an emergency", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_words_it_is_no_emergency()
    {
        Gates gates = Gates.Over(s_set);
        await Assert.ThrowsAsync<AccessRefusedException>(() => Run(gates, Investigator).AsTask());
        AccessRefusedException faulty = await Assert.ThrowsAsync<AccessRefusedException>(() => Run(gates, Investigator with { Emergency = "!" }).AsTask());
        Assert.Equal(RefusalCode.PurposeRequired, faulty.Code);
    }

    [Fact]
    public async Task A_notifier_that_is_not_done_in_time_is_a_refusal()
    {
        Gates gates = Gates.Over(s_set, options => options.NotifyWithin = TimeSpan.FromSeconds(10));
        gates.Notifier.Time = gates.Time;
        gates.Notifier.Takes = TimeSpan.FromSeconds(11);
        ValueTask<bool> running = Run(gates, s_emergency);
        gates.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(RefusalCode.Unavailable, (await Assert.ThrowsAsync<AccessRefusedException>(() => running.AsTask())).Code);
    }

    [Fact]
    public async Task A_host_can_take_no_emergencies()
    {
        Gates gates = Gates.Over(s_set, options => options.AllowEmergencies = false);
        await Assert.ThrowsAsync<AccessRefusedException>(() => Run(gates, s_emergency).AsTask());
        Assert.Equal(DecisionCause.EmergencyRefused, gates.LastEntry.Decision!.Cause);
        Assert.Empty(gates.Notifier.Told);
    }

    [Fact]
    public async Task Only_another_person_reviews_it()
    {
        Gates gates = Gates.Over(s_set);
        await Run(gates, s_emergency);
        DueReview due = gates.Reviews.Due[0];
        AccessContext supervisor = Investigator with { Actor = Officer with { Person = "u-2002" } };
        ValueTask<AuditEntryId> Review(AccessContext by, ReviewFinding finding = ReviewFinding.Justified) =>
            gates.Gate.ReviewAsync(due, by, finding, "The child was found", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArgumentException>(() => Review(Investigator).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Review(Investigator with { Actor = Officer with { Person = "U-1001", System = "another" } }).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Review(supervisor with { OnBehalfOf = Officer }).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Review(supervisor with { Actor = Officer with { Person = null } }).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Review(supervisor, ReviewFinding.Undecided).AsTask());

        AuditEntry entry = gates.Log.Find(await Review(supervisor))!;
        Assert.Equal((AuditEntryKind.Review, (Guid?)s_emergency.Correlation, ReviewFinding.Justified), (entry.Kind, entry.Reviewed, entry.Finding));
    }
}
