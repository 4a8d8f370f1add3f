namespace Policing.PoliceUk.Api;

/// <summary>
/// Lets requests to data.police.uk go out: 15 a second, and 30 at once after a rest, in the order in which they were asked for. Thread-safe.
/// </summary>
/// <remarks>
/// The limit is of the address that sends, so share one object among all clients of a process. In any span of time no more than 30 requests and
/// 15 for each second of it are let go. Source: data.police.uk/docs/api-call-limits (a leaky bucket; beyond it 429).
/// </remarks>
public sealed class PoliceUkLimiter
{
    /// <summary>Requests in a second, in the long run.</summary>
    public const int RequestsPerSecond = 15;

    /// <summary>Requests at once after a rest.</summary>
    public const int Burst = 30;

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = new();
    private readonly ITimer _timer;

    // The time, in ticks of the clock, between two requests in the long run, and how far ahead of that requests may run.
    private readonly long _interval;
    private readonly long _ahead;

    // When the bucket will be empty again: each request that is let go moves it on by one interval.
    private long _emptyAt;
    private long _pausedUntil;

    /// <summary>A limiter with a full burst to begin with.</summary>
    /// <param name="time">The clock; the system's if not given.</param>
    public PoliceUkLimiter(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _interval = (_time.TimestampFrequency + RequestsPerSecond - 1) / RequestsPerSecond;
        _ahead = _interval * (Burst - 1);
        _emptyAt = _pausedUntil = _time.GetTimestamp();
        _timer = _time.CreateTimer(static limiter => ((PoliceUkLimiter)limiter!).LetGo(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many wait now.</summary>
    internal int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>Waits for one request's turn. Who cancels gives the turn to the next.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; no turn was used.</exception>
    public Task WaitAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var waiter = new Waiter(this, cancellationToken);
        lock (_lock)
        {
            if (_waiting.Count == 0 && TryTake(out _))
                return Task.CompletedTask;
            waiter.Place = _waiting.AddLast(waiter);
            if (_waiting.Count == 1)
                SetTimer();
        }

        // Outside of the lock: a token that is cancelled by now calls back at once.
        waiter.Registration = cancellationToken.UnsafeRegister(static state => ((Waiter)state!).Cancel(), waiter);
        return WaitAsync(waiter);
    }

    /// <summary>Gives back a turn that was had but not used.</summary>
    internal void GiveBack()
    {
        lock (_lock)
        {
            _emptyAt -= _interval;
            if (_waiting.Count > 0)
                SetTimer();
        }
    }

    /// <summary>Lets nothing go for a time: the service has asked for it.</summary>
    internal void Pause(TimeSpan time)
    {
        lock (_lock)
        {
            _pausedUntil = Math.Max(_pausedUntil, _time.GetTimestamp() + (long)Math.Ceiling(time.TotalSeconds * _time.TimestampFrequency));
            if (_waiting.Count > 0)
                SetTimer();
        }
    }

    private static async Task WaitAsync(Waiter waiter)
    {
        try
        {
            await waiter.Turn.Task.ConfigureAwait(false);
        }
        finally
        {
            await waiter.Registration.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void LetGo()
    {
        lock (_lock)
        {
            while (_waiting.First is { } first && TryTake(out _))
            {
                _waiting.RemoveFirst();
                first.Value.Place = null;
                first.Value.Turn.TrySetResult();
            }

            if (_waiting.Count > 0)
                SetTimer();
        }
    }

    /// <summary>Takes a turn, if one is due; otherwise says how long until then.</summary>
    private bool TryTake(out long wait)
    {
        var now = _time.GetTimestamp();
        wait = Math.Max(_emptyAt - _ahead, _pausedUntil) - now;
        if (wait > 0)
            return false;
        _emptyAt = Math.Max(_emptyAt, now) + _interval;
        return true;
    }

    private void SetTimer()
    {
        var wait = Math.Max(_emptyAt - _ahead, _pausedUntil) - _time.GetTimestamp();
        // Timers count whole milliseconds: rounded up, so that it is not early and must be set again.
        var milliseconds = Math.Ceiling(Math.Max(wait, 0) * 1000.0 / _time.TimestampFrequency);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue)), Timeout.InfiniteTimeSpan);
    }

    private void Cancel(Waiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Place is not { } place)
                return;
            _waiting.Remove(place);
            waiter.Place = null;
        }

        waiter.Turn.TrySetCanceled(waiter.Cancellation);
    }

    private sealed class Waiter(PoliceUkLimiter limiter, CancellationToken cancellation)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Cancellation { get; } = cancellation;

        public CancellationTokenRegistration Registration { get; set; }

        /// <summary>Where it stands in the queue; null when it does so no longer. Guarded by the limiter's lock.</summary>
        public LinkedListNode<Waiter>? Place { get; set; }

        public void Cancel() => limiter.Cancel(this);
    }
}
