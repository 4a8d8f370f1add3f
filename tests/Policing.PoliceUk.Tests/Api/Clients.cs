using Microsoft.Extensions.Time.Testing;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>Clients of a server on loopback. Their pauses run on a clock that goes on by itself, so that nobody waits.</summary>
internal static class Clients
{
    public static readonly DateTimeOffset Now = new(2024, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static readonly DataMonth Month = new(2024, 2);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public static PoliceUkClient Of(SocketServer server, Func<PoliceUkOptions, PoliceUkOptions>? change = null) =>
        Of(server, new PoliceUkLimiter(), change);

    public static PoliceUkClient Of(SocketServer server, PoliceUkLimiter limiter, Func<PoliceUkOptions, PoliceUkOptions>? change = null)
    {
        var options = new PoliceUkOptions { BaseAddress = server.BaseAddress, UserAgent = "Tests/1.0", Time = Clock() };
        return new(Http, limiter, change?.Invoke(options) ?? options);
    }

    /// <summary>A clock on which every pause is over at once, and has taken its time.</summary>
    public static TimeProvider Clock() => new HurriedClock(Now);

    private sealed class HurriedClock(DateTimeOffset start) : TimeProvider
    {
        private readonly FakeTimeProvider _time = new(start);

        public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

        public override long TimestampFrequency => _time.TimestampFrequency;

        public override long GetTimestamp() => _time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new HurriedTimer(this, callback, state);
            timer.Change(dueTime, period);
            return timer;
        }

        private sealed class HurriedTimer(HurriedClock clock, TimerCallback callback, object? state) : ITimer
        {
            private readonly ITimer _timer = TimeProvider.System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                // A minute and more are time-outs, not pauses: they run on the real clock.
                if (dueTime >= TimeSpan.FromMinutes(1) || dueTime < TimeSpan.Zero)
                    return _timer.Change(dueTime, period);
                clock._time.Advance(dueTime);
                return _timer.Change(TimeSpan.Zero, period);
            }

            public void Dispose() => _timer.Dispose();

            public ValueTask DisposeAsync() => _timer.DisposeAsync();
        }
    }
}
