using Policing.DataModel;
using Policing.Testing;

namespace Policing.Client.Tests.Sending;

/// <summary>Cancelled at any wait, a call ends as cancelled and leaves nothing running.</summary>
public class CancellationTests
{
    public static TheoryData<string> Waits { get; } = [nameof(PartnerFault.NeverArrives), nameof(PartnerFault.AnswerNeverComes), nameof(PartnerFault.SlowDrip), nameof(PartnerFault.Limited), nameof(PartnerFault.ServerError)];

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task A_call_that_waits_is_cancelled(string fault)
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).Then(FaultTests.FaultOf(fault));
        using CancellationTokenSource cancelling = new();
        Task call = bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), cancelling.Token);
        await bench.Clock.WaitedForAsync(Bench.Ending);
        await cancelling.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancelling.Token, cancelled.CancellationToken);
        Assert.Equal(0, bench.Clock.TimersSet);
    }

    [Fact]
    public async Task A_call_that_waits_for_a_place_is_cancelled()
    {
        using Bench bench = new(static options => options.MaxConcurrency = 1);
        bench.Partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.NeverArrives);
        using CancellationTokenSource cancelling = new();
        Task holds = bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), cancelling.Token);
        await bench.Clock.WaitedForAsync(Bench.Ending);
        Task waits = bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holds);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        Assert.True((await bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).IsSuccess);
        Assert.Equal(0, bench.Clock.TimersSet);
    }

    [Fact]
    public async Task Cancelled_before_it_begins_it_sends_nothing()
    {
        using Bench bench = new();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        PartnerSession session = bench.Session;
        Func<Task>[] calls =
        [
            () => session.Records.GetAsync<Person>(Bench.IdOf(1), cancelled.Token),
            () => session.Records.CreateAsync(Bench.PersonOf(1), cancelled.Token),
            () => session.Records.ChangeStatusOnceAsync<Person>(Bench.IdOf(1), StatusChange.Retract("entered twice"), RecordTag.Any, cancelled.Token),
            () => session.Search.GetPageAsync(new PersonSearch { Surname = "Example" }, cancellationToken: cancelled.Token),
            () => session.Bundles.SubmitAsync(Sessions.ExchangeTests.BundleOf(1, Bench.PersonOf(1)), cancelled.Token),
            async () => await session.Changes.ReadAsync(cancellationToken: cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync(),
            async () => await session.Changes.FollowAsync(cancellationToken: cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync(),
            () => bench.Client.GetCapabilitiesAsync(cancelled.Token),
        ];
        foreach (Func<Task> call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        Assert.Empty(bench.Partner.Requests);
        Assert.Equal(0, bench.Clock.TimersSet);
    }
}
