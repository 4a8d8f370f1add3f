using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>The pace, on a clock that the test moves.</summary>
public class LimiterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_calls_of_sixteen_tasks_never_exceed_the_bucket_and_are_shared_fairly()
    {
        const int tasks = 16, calls = 625;
        var time = new ManualClock();
        var limiter = new PoliceUkLimiter(time);
        var had = new int[tasks];
        var times = new List<long>();
        var live = tasks;
        var widest = 0;

        async Task WorkAsync(int worker)
        {
            for (var i = 0; i < calls; i++)
            {
                await limiter.WaitAsync(Token);
                lock (times)
                {
                    times.Add(time.GetTimestamp());
                    had[worker]++;
                    widest = Math.Max(widest, had.Max() - had.Min());
                }
            }

            Interlocked.Decrement(ref live);
        }

        var workers = Enumerable.Range(0, tasks).Select(worker => Task.Run(() => WorkAsync(worker), Token)).ToArray();
        // The clock moves only when everybody waits, so what is noted is when a call was let go. (At the beginning the burst runs as the tasks do.)
        while (!Settled())
            await Task.Yield();
        widest = 0;
        while (Volatile.Read(ref live) > 0)
        {
            time.Advance(TimeSpan.FromMilliseconds(67));
            var spin = default(SpinWait);
            while (!Settled())
                spin.SpinOnce();
        }

        await Task.WhenAll(workers);
        Assert.Equal(tasks * calls, times.Count);
        AssertNoWindowIsOver(times);
        // It lets go as many as it may: the clock stands still for a part of each step.
        Assert.InRange(TimeSpan.FromTicks(times[^1]).TotalSeconds, (tasks * calls - 30) / 15.0 - 0.1, (tasks * calls - 30) / 15.0 * 1.01 + 1);
        Assert.All(had, count => Assert.Equal(calls, count));
        // After the burst, which whoever was first may have had alone, they go in turns.
        Assert.InRange(widest, 0, 32);

        bool Settled() => limiter.Waiting == Volatile.Read(ref live);
    }

    [Fact]
    public async Task Whoever_came_first_goes_first()
    {
        var time = new ManualClock();
        var limiter = await EmptyAsync(time);
        var order = new List<int>();
        var waiting = Enumerable.Range(0, 20).Select(i => NoteAsync(limiter.WaitAsync(Token), i)).ToArray();

        foreach (var one in waiting)
        {
            time.Advance(TimeSpan.FromMilliseconds(67));
            await one.WaitAsync(TimeSpan.FromMinutes(1), Token);
        }

        Assert.Equal(Enumerable.Range(0, 20), order);

        async Task NoteAsync(Task turn, int number)
        {
            await turn;
            order.Add(number);
        }
    }

    [Fact]
    public async Task Thirty_go_at_once_and_the_next_a_fifteenth_of_a_second_later()
    {
        var time = new ManualClock();
        var limiter = await EmptyAsync(time);

        var next = limiter.WaitAsync(Token);
        time.Advance(TimeSpan.FromMilliseconds(66));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await next.WaitAsync(TimeSpan.FromMinutes(1), Token);
    }

    [Fact]
    public async Task A_rest_fills_the_burst_and_no_more()
    {
        var time = new ManualClock();
        var limiter = await EmptyAsync(time);
        time.Advance(TimeSpan.FromHours(1));

        var turns = Enumerable.Range(0, 31).Select(_ => limiter.WaitAsync(Token)).ToArray();

        Assert.Equal(30, turns.Count(turn => turn.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        await turns[^1].WaitAsync(TimeSpan.FromMinutes(1), Token);
    }

    [Fact]
    public async Task Who_cancels_while_he_waits_gives_his_turn_to_the_next()
    {
        var time = new ManualClock();
        var limiter = await EmptyAsync(time);
        using var cancel = new CancellationTokenSource();
        var first = limiter.WaitAsync(cancel.Token);
        var second = limiter.WaitAsync(Token);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        time.Advance(TimeSpan.FromMilliseconds(67));

        await second.WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(0, limiter.Waiting);
    }

    [Fact]
    public async Task Who_has_cancelled_before_takes_no_turn()
    {
        var time = new ManualClock();
        var limiter = new PoliceUkLimiter(time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => limiter.WaitAsync(new CancellationToken(canceled: true)));

        var turns = Enumerable.Range(0, 30).Select(_ => limiter.WaitAsync(Token)).ToArray();

        Assert.All(turns, turn => Assert.True(turn.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_turn_that_is_given_back_goes_to_the_next_at_once()
    {
        var time = new ManualClock();
        var limiter = await EmptyAsync(time);
        var next = limiter.WaitAsync(Token);

        limiter.GiveBack();
        time.Advance(TimeSpan.Zero);

        await next.WaitAsync(TimeSpan.FromMinutes(1), Token);
    }

    [Fact]
    public async Task Cancelling_at_random_loses_no_turn_and_gains_none()
    {
        var time = new ManualClock();
        var limiter = await EmptyAsync(time);
        var random = new Random(5);
        var times = new List<long>();
        var waiting = new List<(Task Turn, CancellationTokenSource Cancel)>();
        for (var step = 0; step < 600; step++)
        {
            if (waiting.Count < 5)
            {
                var cancel = new CancellationTokenSource();
                waiting.Add((limiter.WaitAsync(cancel.Token), cancel));
            }

            if (random.Next(3) == 0)
                await waiting[random.Next(waiting.Count)].Cancel.CancelAsync();
            time.Advance(TimeSpan.FromMilliseconds(33));
            while (waiting.Count(w => !w.Turn.IsCompleted) != limiter.Waiting)
                await Task.Yield();
            times.AddRange(waiting.Where(w => w.Turn.IsCompletedSuccessfully).Select(_ => time.GetTimestamp()));
            waiting.RemoveAll(w => w.Turn.IsCompleted);
        }

        // 600 steps of 33 ms are 19.8 s; somebody always waited.
        Assert.InRange(times.Count, (19.8 * 15) - 2, 19.8 * 15);
    }

    private static async Task<PoliceUkLimiter> EmptyAsync(ManualClock time)
    {
        var limiter = new PoliceUkLimiter(time);
        for (var i = 0; i < 30; i++)
            await limiter.WaitAsync(Token);
        return limiter;
    }

    /// <summary>In any span of time no more than thirty and fifteen for each of its seconds.</summary>
    private static void AssertNoWindowIsOver(List<long> times)
    {
        // The level of a bucket that leaks fifteen a second is never above thirty; that says it of all spans at once.
        var level = 0.0;
        for (var i = 0; i < times.Count; i++)
        {
            if (i > 0)
                level = Math.Max(0, level - ((times[i] - times[i - 1]) * 15.0 / TimeSpan.TicksPerSecond));
            level++;
            Assert.True(level <= 30 + 1e-6, $"call {i}: {level}");
        }
    }
}
