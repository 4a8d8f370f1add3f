using Policing.DataModel.Validation;

namespace Policing.Testing;

/// <summary>
/// One fault that can be had on request: the rule that must find it, and the document that has it. Immutable and thread-safe.
/// </summary>
public sealed class DirtyVariant
{
    private readonly Func<DirtySource, byte[]> make;

    internal DirtyVariant(FindingRule rule, Func<DirtySource, byte[]> make)
    {
        Rule = rule;
        this.make = make;
    }

    /// <summary>Its name, which is the id of the rule.</summary>
    public string Name => Rule.Id;

    /// <summary>The rule that finds it.</summary>
    public FindingRule Rule { get; }

    internal byte[] Make(DirtySource source) => make(source);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
