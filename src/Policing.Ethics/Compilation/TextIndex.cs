using System.Collections.Frozen;
using Policing.DataModel;

namespace Policing.Ethics.Compilation;

/// <summary>
/// The rules by one text of their targets. A text that no target names finds the rules that name none; where there is no text, restricting
/// rules fit whatever they name.
/// </summary>
internal sealed class TextIndex
{
    private readonly FrozenDictionary<string, ulong[]> _named;
    private readonly ulong[] _any;
    private readonly ulong[] _unstated;

    public TextIndex(PolicyRule[] rules, Func<PolicyRule, ValueList<string>> part)
    {
        _any = RuleBits.Of(rules, rule => part(rule).IsEmpty);
        _unstated = RuleBits.Of(rules, rule => TargetFit.Text(rule, part(rule), null));
        _named = rules.SelectMany(rule => part(rule)).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(text => text, text => RuleBits.Of(rules, rule => TargetFit.Text(rule, part(rule), text)), StringComparer.Ordinal);
    }

    public ulong[] For(string? text)
    {
        if (text is null) return _unstated;
        return _named.TryGetValue(text, out ulong[]? bits) ? bits : _any;
    }
}
