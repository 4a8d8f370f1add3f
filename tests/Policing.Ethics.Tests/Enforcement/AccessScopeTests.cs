using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.Ethics.Tests.SampleContexts;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Enforcement;

public sealed class AccessScopeTests
{
    private static readonly LeaveOut s_sensitive = new() { Classes = RecordClasses.Sensitive };
    private static readonly AccessRequest s_look = new() { Operation = AccessOperation.Consultation, RecordType = "person" };

    private static Person Person(params string[] names) => new() { Id = RecordId.New(), Names = [.. names.Select(name => new PersonName { Surname = name })] };

    [Fact]
    public async Task A_record_is_changed_on_a_copy_and_the_original_stays_as_it_was()
    {
        Gates gates = Gates.Over(Set(Permit("p"), Oblige("o", s_sensitive)), more: builder => builder.AddRecordObligationHandler(new PersonLeaveOut()));
        Person person = Person("Invented");
        byte[] before = DataModel.Json.PoliceJson.Write(person);

        ReleasedRecord<Person> released = await gates.Gate.For(Investigator).ReleaseAsync(person, s_look, TestContext.Current.CancellationToken);

        Assert.True(released.Record!.Names.IsEmpty);
        Assert.NotSame(person, released.Record);
        Assert.Equal(before, DataModel.Json.PoliceJson.Write(person));
        Assert.Equal([person.Id], gates.LastEntry.Records);
    }

    [Fact]
    public async Task Without_a_handler_of_the_hosts_own_the_minimiser_makes_the_copy()
    {
        Gates gates = Gates.Over(PolicySet.Baseline);
        Person person = Person("Invented") with { Ethnicities = [new() { SelfDefined = SelfDefinedEthnicity.BuiltIn[0] }] };
        ReleasedRecord<Person> released = await gates.Gate.For(Investigator).ReleaseAsync(person, s_look, TestContext.Current.CancellationToken);
        Assert.Equal(person.Names, released.Record!.Names);
        Assert.True(released.Record.Ethnicities.IsEmpty);
        Assert.Equal(AbsentReason.Withheld, Assert.Single(released.Record.Absent).Value);
    }

    [Fact]
    public async Task Refused_and_not_there_are_the_same_to_the_caller()
    {
        Gates gates = Gates.Over(Set(Permit("p"), Forbid("f", new() { Markings = [MarkingLevel.Secret] })));
        AccessScope scope = gates.Gate.For(Investigator);
        ReleasedRecord<Person> refused = await scope.ReleaseAsync(Person() with { Marking = new() { Tier = SecurityTier.Secret } }, s_look, TestContext.Current.CancellationToken);
        ReleasedRecord<Person> notThere = await scope.ReleaseAsync<Person>(null, s_look, TestContext.Current.CancellationToken);

        Assert.Equal((null, null), (refused.Record, notThere.Record));
        Assert.False(refused.Entry.IsNone || notThere.Entry.IsNone);
        Assert.NotEqual(refused.Entry, notThere.Entry);
        Assert.Equal(["f"], gates.Log.Find(refused.Entry)!.Decision!.Rules);
    }

    [Fact]
    public async Task A_change_that_fails_gives_no_record_and_an_entry_that_says_so()
    {
        Gates gates = Gates.Over(Set(Permit("p"), Oblige("o", s_sensitive)), more: builder => builder.AddRecordObligationHandler(new PersonLeaveOut { Fails = new InvalidOperationException("QZX-CANARY") }));
        ReleasedRecord<Person> released = await gates.Gate.For(Investigator).ReleaseAsync(Person("Invented"), s_look, TestContext.Current.CancellationToken);
        Assert.Null(released.Record);
        Assert.Equal(DecisionCause.ObligationFailed, gates.Log.Find(released.Entry)!.Decision!.Cause);
        Assert.Equal([AccessOutcome.Permitted, AccessOutcome.Denied], gates.Log.Entries.Select(entry => entry.Decision!.Outcome));
    }

    [Fact]
    public async Task Of_a_stream_what_may_be_handed_over_comes_one_by_one()
    {
        Gates gates = Gates.Over(Set(Permit("p"), Forbid("f", new() { Markings = [MarkingLevel.Secret] })));
        int read = 0;
        async IAsyncEnumerable<Person> Stored()
        {
            foreach (Marking? marking in new Marking?[] { null, new() { Tier = SecurityTier.Secret }, null, null })
            {
                await Task.Yield();
                read++;
                yield return Person() with { Marking = marking };
            }
        }

        await using IAsyncEnumerator<Person> released = gates.Gate.For(Investigator).ReleaseAllAsync(Stored(), s_look, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await released.MoveNextAsync());
        Assert.Equal(1, read);
        int count = 1;
        while (await released.MoveNextAsync()) count++;
        Assert.Equal((3, 4, 4), (count, read, gates.Log.Entries.Count));
    }

    [Fact]
    public async Task The_entry_is_written_before_the_work_runs()
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        int entries = await gates.Gate.For(Investigator).RunAsync(s_look, _ => ValueTask.FromResult(gates.Log.Entries.Count), TestContext.Current.CancellationToken);
        Assert.Equal(1, entries);
    }

    [Fact]
    public async Task Words_of_justification_are_kept_only_where_a_rule_asks_for_them()
    {
        Gates without = Gates.Over(Set(Permit("p")));
        Gates with = Gates.Over(Set(Permit("p"), Oblige("o", new LogReason())));
        foreach (Gates gates in new[] { without, with })
            await gates.Gate.For(Investigator).RunAsync(s_look, _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken);
        Assert.Null(without.LastEntry.Context!.Justification);
        Assert.Equal(Investigator.Justification, with.LastEntry.Context!.Justification);

        await Assert.ThrowsAsync<AccessRefusedException>(() =>
            with.Gate.For(Investigator with { Justification = null }).RunAsync(s_look, _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(DecisionCause.ObligationFailed, with.LastEntry.Decision!.Cause);
    }

    [Fact]
    public async Task Cancelling_is_no_refusal()
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gates.Gate.For(Investigator).RunAsync(s_look, _ => ValueTask.FromResult(true), cancelled.Token).AsTask());
    }
}
