using System.Collections.Concurrent;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlerFilters;

namespace Policing.Samples.Partner.Identity;

/// <summary>
/// Takes each client assertion once: who overhears one cannot use it again (RFC 7523 3, <c>jti</c>). OpenIddict leaves this to its users. In memory, so for one process; several
/// need a common place.
/// </summary>
internal sealed class SingleUse(TimeProvider time) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    private const int SweepFrom = 1_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Client, string Id), DateTimeOffset> _seen = new();

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ProcessAuthenticationContext>()
        .AddFilter<RequireClientAssertionPrincipal>()
        .UseSingletonHandler<SingleUse>()
        .SetOrder(OpenIddictServerHandlers.ValidateClientAssertion.Descriptor.Order + 1)
        .SetType(OpenIddictServerHandlerType.Custom)
        .Build();

    public ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        DateTimeOffset now = time.GetUtcNow();
        string? id = context.ClientAssertionPrincipal!.GetClaim(Claims.JwtId);
        DateTimeOffset? ends = context.ClientAssertionPrincipal!.GetExpirationDate();
        if (string.IsNullOrEmpty(id) || ends is not { } end || end > now + s_longest)
        {
            context.Reject(Errors.InvalidClient, "A client assertion has a jti, and ends within five minutes.");
            return ValueTask.CompletedTask;
        }
        if (_seen.Count > SweepFrom) Sweep(now);
        if (!_seen.TryAdd((context.ClientId ?? "", id), end)) context.Reject(Errors.InvalidClient, "The client assertion was used before: make a new one for each request.");
        return ValueTask.CompletedTask;
    }

    // What ended five minutes ago, the most that clocks may differ for OpenIddict, is refused for that.
    private void Sweep(DateTimeOffset now)
    {
        foreach (((string, string) key, DateTimeOffset end) in _seen)
            if (end < now.AddMinutes(-5)) _seen.TryRemove(key, out _);
    }
}
