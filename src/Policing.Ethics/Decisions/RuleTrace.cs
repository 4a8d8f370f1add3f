using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>What became of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">Whether it applied.</param>
/// <param name="Errored">Whether a condition could not be tested.</param>
/// <param name="Stopped">Where it did not apply: what was not as the rule asks, in the words of the policy; never a value of the request. Null where it applied.</param>
/// <param name="Parts">How many parts of the target and conditions held before that.</param>
public sealed record RuleTrace(PolicyRule Rule, bool Applies, bool Errored, string? Stopped, int Parts)
{
    /// <summary>In one line.</summary>
    public override string ToString()
    {
        string effect = PolicyNames.Effects.Of(Rule.Effect);
        return Applies ? $"{Rule.Id} {effect}: applies" : $"{Rule.Id} {effect}: {(Errored ? "cannot be tested: " : "does not apply: needs ")}{Stopped}";
    }
}
