using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>Ends the reading of a text that cannot be read; never leaves the package.</summary>
internal sealed class UnreadableException(FindingRule rule, long offset, string? member = null) : Exception(rule.Message)
{
    public FindingRule Rule { get; } = rule;

    /// <summary>The byte at which the trouble is.</summary>
    public long Offset { get; } = offset;

    /// <summary>The model's own name of a missing member of the object at that byte; else null.</summary>
    public string? Member { get; } = member;
}
