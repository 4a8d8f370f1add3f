namespace Policing.Ethics;

/// <summary>Decides on accesses. <c>AddPolicingEthics</c> registers one over the policy sets in this process; a host may put a remote one in its place.</summary>
/// <remarks>Implementations are thread-safe. To throw, to take too long, or to give no decision is a refusal of that access, never a crash.</remarks>
public interface IPolicyDecisionPoint
{
    /// <summary>How requests get to where they are decided. One that is neither in the process nor encrypted is refused when the host starts.</summary>
    DecisionTransport Transport { get; }

    /// <summary>Decides.</summary>
    ValueTask<AccessDecision> DecideAsync(AccessRequest request, CancellationToken cancellationToken = default);
}
