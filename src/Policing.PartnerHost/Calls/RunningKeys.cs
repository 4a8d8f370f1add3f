namespace Policing.PartnerHost;

/// <summary>The keys under which this process works on a request. What two processes do under one key the store settles: one commit of them is refused. Thread-safe.</summary>
internal sealed class RunningKeys
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string Tenant, string Client, string Key)> _running = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _running.Count;
        }
    }

    /// <summary>Holds a key until the answer begins or the request ends in another way, which is when it is to be disposed of; no key holds nothing.</summary>
    /// <exception cref="PartnerRefusal">A request with this key is still being worked on.</exception>
    public IDisposable Hold(PartnerCall call, string? key)
    {
        if (key is null) return new Held(this, null);
        (string Tenant, string Client, string Key) whole = (call.Tenant, call.Caller.Client, key);
        lock (_lock)
        {
            if (!_running.Add(whole)) throw new PartnerRefusal(PartnerProblem.InProgress, []) { RetryAfter = TimeSpan.FromSeconds(1) };
        }
        Held held = new(this, whole);
        // Whoever has the answer may send again at once.
        call.Http.Response.OnStarting(static state =>
        {
            ((Held)state).Dispose();
            return Task.CompletedTask;
        }, held);
        return held;
    }

    // Given back once: by then another request may hold the same.
    private sealed class Held(RunningKeys keys, (string Tenant, string Client, string Key)? key) : IDisposable
    {
        private (string Tenant, string Client, string Key)? _key = key;

        public void Dispose()
        {
            lock (keys._lock)
            {
                if (_key is { } whole) keys._running.Remove(whole);
                _key = null;
            }
        }
    }
}
