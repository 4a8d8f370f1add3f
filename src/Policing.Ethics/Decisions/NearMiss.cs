namespace Policing.Ethics;

/// <summary>A rule that would have permitted, had one thing been otherwise.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Failed">The first thing that was not as the rule asks, in the words of the policy; never a value of the request.</param>
/// <param name="Reason">What the rule says.</param>
public sealed record NearMiss(string Rule, string Failed, string Reason)
{
    /// <summary>Rule and what failed.</summary>
    public override string ToString() => $"{Rule} needs {Failed}";
}
