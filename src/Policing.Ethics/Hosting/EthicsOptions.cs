namespace Policing.Ethics;

/// <summary>How accesses are decided in a host. The defaults are the safe ones.</summary>
public sealed class EthicsOptions
{
    /// <summary>Whether the rules that come with the SDK hold; true unless told.</summary>
    public bool UseBaseline { get; set; } = true;

    /// <summary>The hashes that policy sets must have, by the id of the set. A set that is named here and has another hash is not used: the host does not start.</summary>
    public IDictionary<string, string> PinnedHashes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long a decision may take; 2 seconds unless told, at most a minute. Later is a refusal.</summary>
    public TimeSpan DecisionTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether rules for emergencies may permit; true unless told.</summary>
    public bool AllowEmergencies { get; set; } = true;

    /// <summary>The time for notifying somebody of an emergency; 60 seconds unless told, and at most. A rule that asks for less wins.</summary>
    public TimeSpan NotifyWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The time for a second person to look at an emergency; 24 hours unless told, and at most. A rule that asks for less wins.</summary>
    public TimeSpan ReviewWithin { get; set; } = TimeSpan.FromHours(24);

    internal List<PolicyRegistration> Policies { get; } = [];
}
