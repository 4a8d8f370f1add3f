using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.DataModel;
using Policing.Ethics.Compilation;

namespace Policing.Ethics.AspNetCore;

/// <summary>Makes the context of a request. Who acts comes from the validated token alone.</summary>
internal sealed partial class AccessContextSource(IOptions<EthicsHttpOptions> options, ILogger<AccessContextSource> logger)
{
    /// <summary>The context; null where the token does not say who acts, or the header not why.</summary>
    public async ValueTask<AccessContext?> ReadAsync(HttpContext http)
    {
        if (Actor(http.User) is not { } actor)
        {
            LogNoActor(logger, options.Value.SystemClaim, options.Value.AgencyClaim);
            return null;
        }
        if (AccessHeader.Read(Header(http), actor) is not { } read)
        {
            LogNoPurpose(logger);
            return null;
        }
        AccessContext completed = await options.Value.Complete(http, read).ConfigureAwait(false);
        return completed is null ? null : completed with { Actor = actor };
    }

    // Two headers are two purposes.
    public static string? Header(HttpContext http) => http.Request.Headers[AccessHeader.Name] is { Count: 1 } values ? values[0] : null;

    private AccessActor? Actor(ClaimsPrincipal user)
    {
        ClaimsIdentity[] identities = [.. user.Identities.Where(identity => identity.IsAuthenticated)];
        if (One(identities, options.Value.SystemClaim) is not { } system || One(identities, options.Value.AgencyClaim) is not { } agency) return null;
        string? person = One(identities, options.Value.PersonClaim);
        AgencyName name = AgencyName.Parse(agency);
        return new AccessActor
        {
            Person = string.Equals(person, system, StringComparison.Ordinal) ? null : person,
            Agency = new() { Scheme = DataModel.Codes.AgencyScheme.Of(name.Scheme), Id = name.Id },
            System = system,
            Roles = ValueList.From(identities.SelectMany(identity => identity.FindAll(options.Value.RolesClaim)).Select(claim => claim.Value)),
        };
    }

    [LoggerMessage(40, LogLevel.Information, "There is no validated token, or it does not have the claims {System} and {Agency} once each: it does not say who acts.")]
    private static partial void LogNoActor(ILogger logger, string system, string agency);

    [LoggerMessage(41, LogLevel.Information, "The header Policing-Access is missing, sent twice, malformed, or has no purpose: it is like purpose=investigation, basis=part-3-task, case=\"…\".")]
    private static partial void LogNoPurpose(ILogger logger);

    // Of two different values neither counts.
    private static string? One(ClaimsIdentity[] identities, string type)
    {
        string[] values = [.. identities.SelectMany(identity => identity.FindAll(type)).Select(claim => claim.Value).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
        return values.Length == 1 ? values[0] : null;
    }
}
