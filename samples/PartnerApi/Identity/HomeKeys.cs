using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Policing.Samples.Partner.Identity;

/// <summary>The public keys of the trusted forces, read when first needed, and again where a token names one that is not among them. Thread-safe.</summary>
internal sealed class HomeKeys(TimeProvider time) : IDisposable
{
    private const int MostBytes = 256 << 10;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_notAgainWithin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (JsonWebKeySet Set, DateTimeOffset At)> _sets = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = s_patience, MaxResponseContentBufferSize = MostBytes };

    /// <summary>The signing keys of a force.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public async ValueTask<IList<SecurityKey>> OfAsync(HomeForce force, string? keyId, CancellationToken cancellationToken)
    {
        if (Known(force, keyId) is { } known) return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Known(force, keyId) is { } meanwhile) return meanwhile;
            JsonWebKeySet set = await ReadAsync(force, cancellationToken);
            _sets[force.Issuer] = (set, time.GetUtcNow());
            return set.GetSigningKeys();
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _reading.Dispose();
    }

    // Whoever sends unknown keys does not make us read more than once a minute.
    private IList<SecurityKey>? Known(HomeForce force, string? keyId)
    {
        if (!_sets.TryGetValue(force.Issuer, out (JsonWebKeySet Set, DateTimeOffset At) read)) return null;
        bool isThere = read.Set.Keys.Any(key => string.Equals(key.Kid, keyId, StringComparison.Ordinal));
        return isThere || time.GetUtcNow() - read.At < s_notAgainWithin ? read.Set.GetSigningKeys() : null;
    }

    private async Task<JsonWebKeySet> ReadAsync(HomeForce force, CancellationToken cancellationToken)
    {
        try
        {
            return new JsonWebKeySet(force.KeysAddress is { } address ? await _http.GetStringAsync(address, cancellationToken) : await File.ReadAllTextAsync(force.Keys, cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or ArgumentException or UnauthorizedAccessException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The keys of a trusted force cannot be read.");
        }
    }
}
