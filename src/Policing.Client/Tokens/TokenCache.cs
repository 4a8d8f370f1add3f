using System.Collections.Concurrent;

namespace Policing.Client;

/// <summary>Keeps tokens while they are fresh, and asks for each once however many wait for it. Bounded and thread-safe.</summary>
internal sealed class TokenCache(TimeProvider time)
{
    private const int MostTokens = 10_000;

    private readonly ConcurrentDictionary<TokenKey, TokenFlight> _flights = new();

    public int Count => _flights.Count;

    /// <summary>A fresh token that is there; null where there is none.</summary>
    public AccessToken? Find(TokenKey key) =>
        _flights.TryGetValue(key, out TokenFlight? flight) && flight.Arrived is { } token && token.IsFresh(time.GetUtcNow()) ? token : null;

    /// <summary>A fresh token: the one that is there, or one that is asked for.</summary>
    public async ValueTask<AccessToken> GetAsync(TokenKey key, Func<CancellationToken, Task<AccessToken>> request, CancellationToken cancellationToken)
    {
        while (true)
        {
            TokenFlight flight = _flights.GetOrAdd(key, static (_, ask) => new TokenFlight(ask), request);
            if (flight.Arrived is { } token && token.IsFresh(time.GetUtcNow())) return token;
            if (flight.Arrived is not null || flight.HasFailed || !flight.TryBoard())
            {
                _flights.TryRemove(new(key, flight));
                continue;
            }
            DropStale();
            return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets a token that was refused; one that has come since is kept.</summary>
    public void Forget(TokenKey key, AccessToken token)
    {
        if (_flights.TryGetValue(key, out TokenFlight? flight) && ReferenceEquals(flight.Arrived, token)) _flights.TryRemove(new(key, flight));
    }

    private void DropStale()
    {
        if (_flights.Count <= MostTokens) return;
        DateTimeOffset now = time.GetUtcNow();
        foreach ((TokenKey key, TokenFlight flight) in _flights)
            if (flight.HasFailed || flight.Arrived is { } token && !token.IsFresh(now)) _flights.TryRemove(new(key, flight));
        // Whoever still is over the limit is asked for again when needed.
        foreach ((TokenKey key, TokenFlight flight) in _flights)
        {
            if (_flights.Count <= MostTokens) return;
            if (flight.Arrived is not null) _flights.TryRemove(new(key, flight));
        }
    }
}
