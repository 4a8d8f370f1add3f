namespace Policing.PartnerHost;

/// <summary>Counts the calls of each client. It keeps one time for each: when all that it used will have been filled up again. Thread-safe.</summary>
internal sealed class CallerRates(PartnerRateLimit limit, TimeProvider time)
{
    // Refusals cost little, and an entry each would cost more than the call: a flood would fill the audit log.
    private static readonly TimeSpan s_tellEvery = TimeSpan.FromMinutes(1);
    private const int ManyClients = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tenant, string Client), ClientRate> _clients = [];
    private readonly long _start = time.GetTimestamp();
    // Up to the next tick, so that it is never more than the limit.
    private readonly TimeSpan _each = TimeSpan.FromTicks(((limit.Per.Ticks - 1) / limit.Calls) + 1);
    private int _tidyAt = ManyClients;

    /// <summary>The clients that are kept in mind.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _clients.Count;
        }
    }

    /// <summary>Null where the call may go on.</summary>
    public RateRefusal? Take(PartnerCaller caller)
    {
        lock (_lock)
        {
            TimeSpan now = time.GetElapsedTime(_start);
            ClientRate rate = Of((caller.Tenant, caller.Client), now);
            TimeSpan used = rate.Full > now ? rate.Full - now : TimeSpan.Zero;
            TimeSpan wait = used + _each - (_each * limit.Calls);
            if (wait > TimeSpan.Zero) return new RateRefusal(wait, rate.Refuse(now));
            rate.Full = now + used + _each;
            return null;
        }
    }

    private ClientRate Of((string Tenant, string Client) client, TimeSpan now)
    {
        if (_clients.TryGetValue(client, out ClientRate? rate)) return rate;
        if (_clients.Count >= _tidyAt) Tidy(now);
        return _clients[client] = new ClientRate();
    }

    // Who has all again, and nothing left to tell, is as one who never came.
    private void Tidy(TimeSpan now)
    {
        foreach ((string Tenant, string Client) client in _clients.Where(pair => pair.Value.HasRested(now)).Select(pair => pair.Key).ToArray()) _clients.Remove(client);
        _tidyAt = Math.Max(ManyClients, 2 * _clients.Count);
    }

    private sealed class ClientRate
    {
        private TimeSpan? _told;
        private long _untold;

        public TimeSpan Full { get; set; }

        public long? Refuse(TimeSpan now)
        {
            _untold++;
            if (_told is { } told && now - told < s_tellEvery) return null;
            (long refused, _untold, _told) = (_untold, 0, now);
            return refused;
        }

        public bool HasRested(TimeSpan now) => Full <= now && _untold == 0 && (_told is not { } told || now - told >= s_tellEvery);
    }
}
