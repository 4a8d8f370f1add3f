using Policing.Ethics;

namespace Policing.Client;

/// <summary>
/// A partner, called for one context: who, why, on which basis, for which matter. Light and immutable: make one for each use, share it among tasks, drop it.
/// Thread-safe.
/// </summary>
public sealed class PartnerSession
{
    internal PartnerSession(CallSender sender, Caller caller)
    {
        Records = new(sender, caller);
        Search = new(sender, caller);
        Bundles = new(sender, caller);
        Changes = new(sender, caller);
    }

    /// <summary>Single records.</summary>
    public RecordCalls Records { get; }

    /// <summary>Search by named criteria.</summary>
    public SearchCalls Search { get; }

    /// <summary>Exchange of sets of records.</summary>
    public BundleCalls Bundles { get; }

    /// <summary>What has changed.</summary>
    public ChangeCalls Changes { get; }

    /// <summary>The name of the type; never the context.</summary>
    public override string ToString() => nameof(PartnerSession);
}
