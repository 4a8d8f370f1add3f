using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Policing.Ethics;

/// <summary>What must be so before a host starts. Each fault says what to do.</summary>
internal sealed class EthicsOptionsCheck(IServiceProvider provider, TimeProvider time) : IValidateOptions<EthicsOptions>
{
    public const string NoLog = "No IAuditLog is registered: nothing may be looked at that is not written down. Add one, such as UseSqliteAudit of Policing.Ethics.Sqlite. (In the Development environment one in memory stands in.)";

    private static readonly TimeSpan MostToDecide = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostToNotify = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MostToReview = TimeSpan.FromHours(24);

    public ValidateOptionsResult Validate(string? name, EthicsOptions options)
    {
        EthicsParts parts = provider.GetRequiredService<EthicsParts>();
        IReadOnlyList<PolicyRegistration> policies = EthicsParts.Policies(options);
        string[] faults = [.. Times(options), .. Sets(policies), .. Pins(policies, options), .. Parts(parts, policies)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Times(EthicsOptions options)
    {
        if (!IsIn(options.DecisionTimeout, MostToDecide)) yield return "DecisionTimeout must be more than nothing and at most a minute.";
        if (!IsIn(options.NotifyWithin, MostToNotify)) yield return "NotifyWithin must be more than nothing and at most 60 seconds.";
        if (!IsIn(options.ReviewWithin, MostToReview)) yield return "ReviewWithin must be more than nothing and at most 24 hours.";
    }

    private static bool IsIn(TimeSpan span, TimeSpan most) => span > TimeSpan.Zero && span <= most;

    private IEnumerable<string> Sets(IReadOnlyList<PolicyRegistration> policies)
    {
        if (policies.Count == 0)
        {
            yield return "There is no policy set: add one, or leave UseBaseline on.";
            yield break;
        }
        DateTimeOffset now = time.GetUtcNow();
        foreach (PolicyRegistration policy in policies)
            if (policy.ShadowUntil > now + EthicsBuilder.LongestShadow)
                yield return $"Policy set {policy.Set.Id} is in shadow mode for more than {EthicsBuilder.LongestShadow.TotalDays} days.";
        if (CombinationFault(policies) is { } fault) yield return fault;
    }

    private static string? CombinationFault(IReadOnlyList<PolicyRegistration> policies)
    {
        try
        {
            PolicySet.Combine([.. policies.Select(policy => policy.Set)]);
            return null;
        }
        catch (PolicySetException exception)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<string> Pins(IReadOnlyList<PolicyRegistration> policies, EthicsOptions options)
    {
        foreach ((string id, string hash) in options.PinnedHashes)
        {
            PolicyRegistration? policy = policies.FirstOrDefault(candidate => string.Equals(candidate.Set.Id, id, StringComparison.Ordinal));
            if (policy is null) yield return $"Policy set {id} is pinned and not there.";
            else if (!string.Equals(policy.Set.Hash, hash, StringComparison.OrdinalIgnoreCase)) yield return $"Policy set {id} has another hash than the one that is pinned: {policy.Set.Hash}.";
        }
    }

    private static IEnumerable<string> Parts(EthicsParts parts, IReadOnlyList<PolicyRegistration> policies)
    {
        if (parts.Log is null) yield return NoLog;
        Obligation[] obligations = [.. policies.SelectMany(policy => policy.Set.Rules).SelectMany(rule => rule.Obligations)];
        if (parts.Notifier is null && obligations.OfType<Notify>().Any()) yield return "A rule notifies somebody, and no INotifier is registered.";
        if (parts.Reviews is null && obligations.OfType<SecondPersonAfterwards>().Any()) yield return "A rule asks for a second person, and no IReviewQueue is registered.";
    }
}
