using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>What must be so before a host starts. Each fault says what to do.</summary>
internal sealed class PartnerHostOptionsCheck(IServiceProviderIsService services) : IValidateOptions<PartnerHostOptions>
{
    private const int ShortestKey = 32;

    private static readonly TimeSpan MostToDecide = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostPer = TimeSpan.FromDays(1);
    private static readonly TimeSpan MostToLook = TimeSpan.FromSeconds(30);

    public ValidateOptionsResult Validate(string? name, PartnerHostOptions options)
    {
        string[] faults = [.. Values(options), .. Times(options), .. Parts()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Values(PartnerHostOptions options)
    {
        if (options.Agency?.Id is null or "") yield return "Set Agency: whose records these are.";
        if (options.Environment is not (PartnerEnvironment.Live or PartnerEnvironment.Test)) yield return "Set Environment: live or test.";
        if (options.CursorKey.Length < ShortestKey) yield return "Set CursorKey to 32 random bytes or more, from the host's secrets; every instance has the same.";
        if (options.OnlyTenant is null && string.IsNullOrWhiteSpace(options.TenantClaim)) yield return "Set TenantClaim, or OnlyTenant for a host that has one tenant.";
        if (options.OnlyTenant is { } only && string.IsNullOrWhiteSpace(only)) yield return "OnlyTenant must have a name.";
        if (string.IsNullOrWhiteSpace(options.ScopeClaim)) yield return "Set ScopeClaim.";
        if (options.Faults is not null && options.Environment is not PartnerEnvironment.Test) yield return "Faults are for the test environment only: take them out.";
    }

    private static IEnumerable<string> Times(PartnerHostOptions options)
    {
        if (options.KeepOutcomes <= TimeSpan.Zero) yield return "KeepOutcomes must be more than nothing.";
        if (options.SearchCursorsLast <= TimeSpan.Zero) yield return "SearchCursorsLast must be more than nothing.";
        if (options.ChangeCursorsLast <= TimeSpan.Zero) yield return "ChangeCursorsLast must be more than nothing.";
        if (options.RateLimit is { } limit && (limit.Calls < 1 || limit.Per <= TimeSpan.Zero || limit.Per > MostPer)) yield return "RateLimit must be 1 call at least, in more than no time and at most a day; null is for no limit.";
        if (options.DecideStreamsEvery <= TimeSpan.Zero || options.DecideStreamsEvery > MostToDecide) yield return "DecideStreamsEvery must be more than nothing and at most 5 minutes.";
        if (options.LookForChangesEvery <= TimeSpan.Zero || options.LookForChangesEvery > MostToLook) yield return "LookForChangesEvery must be more than nothing and at most 30 seconds.";
    }

    private IEnumerable<string> Parts()
    {
        if (!services.IsService(typeof(IPartnerStore))) yield return "No IPartnerStore is registered: register yours, or UseInMemoryStore for trying things out.";
        if (!services.IsService(typeof(IDisclosureRegister))) yield return "No IDisclosureRegister is registered: those who were given a record could not be told of its disposal.";
        if (!services.IsService(typeof(AccessGate))) yield return "Policing.Ethics is not registered: call AddPolicingEthics().AddAspNetCore() first.";
    }
}
