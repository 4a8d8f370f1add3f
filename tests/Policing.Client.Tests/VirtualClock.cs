using System.Diagnostics.CodeAnalysis;

namespace Policing.Client.Tests;

/// <summary>
/// A clock that moves only when somebody waits for it: to the next moment at which something is due. A call that is at work is never overtaken, however slow the
/// machine is; what runs out for it runs out because it waits.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a handle holds nothing that must be given back.")]
internal sealed class VirtualClock : TimeProvider
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly SemaphoreSlim _news = new(0);
    private DateTimeOffset _now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>How many timers are set.</summary>
    public int TimersSet
    {
        get
        {
            lock (_lock) return _timers.Count(static timer => timer.Due is not null);
        }
    }

    /// <summary>How many tasks wait for the clock.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _timers.Count(static timer => timer is { Due: not null, IsWait: true });
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to a moment without a task waiting.</summary>
    public void Advance(TimeSpan time)
    {
        DateTimeOffset end = GetUtcNow() + time;
        while (Next(end) is { } timer) timer.Fire();
        lock (_lock) _now = end;
    }

    /// <summary>Moves on whenever a task waits for the clock, until another task has ended.</summary>
    public async Task PassUntilAsync(Task task, CancellationToken cancellationToken)
    {
        _ = task.ContinueWith(_ => _news.Release(), TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            if (Waiting > 0) Next(DateTimeOffset.MaxValue)?.Fire();
            else Assert.True(await _news.WaitAsync(Safety, cancellationToken), "Nothing has happened in a minute.");
        }
    }

    /// <summary>Waits until a task waits for the clock.</summary>
    public async Task WaitedForAsync(CancellationToken cancellationToken)
    {
        while (Waiting == 0) Assert.True(await _news.WaitAsync(Safety, cancellationToken), "Nothing has waited in a minute.");
    }

    // The timer that is due first, not after a moment, with the clock moved there.
    private Timer? Next(DateTimeOffset end)
    {
        lock (_lock)
        {
            Timer? first = _timers.Where(timer => timer.Due is { } due && due <= end).MinBy(static timer => timer.Due);
            if (first is null) return null;
            if (first.Due > _now) _now = first.Due.Value;
            first.Due = null;
            return first;
        }
    }

    private sealed class Timer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        /// <summary>A delay, and not a time-out that runs beside the work.</summary>
        public bool IsWait => state is Task;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                if (!clock._timers.Contains(this)) clock._timers.Add(this);
            }
            if (IsWait) clock._news.Release();
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
