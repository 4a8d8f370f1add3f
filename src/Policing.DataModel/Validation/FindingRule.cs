namespace Policing.DataModel.Validation;

/// <summary>
/// A rule that findings name: an id that is never reused, what it says, and what to do.
/// </summary>
/// <remarks>
/// <para>
/// A finding carries a rule and a place, never text of its own, so that no report can quote a person's data. Make each rule once, as a
/// static member, with constant texts. The SDK's own are in <see cref="FindingRules"/> and <see cref="Import.ImportRules"/>.
/// </para>
/// <para>Immutable and thread-safe. Two rules are equal when they are the same object.</para>
/// </remarks>
public sealed class FindingRule
{
    private const int MaxIdLength = 64;

    /// <summary>Makes a rule.</summary>
    /// <param name="id">The stable id: A to Z, 0 to 9 and hyphens, at most 64 characters. Never used again for another meaning.</param>
    /// <param name="severity">How much a finding of this rule weighs.</param>
    /// <param name="message">What is the case, as a constant sentence.</param>
    /// <param name="clause">Where the rule is from.</param>
    /// <param name="hint">What to do about it, as a constant sentence.</param>
    /// <exception cref="ArgumentException">The id is empty, too long or has other characters, or a text is blank.</exception>
    public FindingRule(string id, Severity severity, string message, string clause, string hint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        ArgumentException.ThrowIfNullOrWhiteSpace(clause);
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        if (!IsId(id)) throw new ArgumentException("A rule id is 1 to 64 of A to Z, 0 to 9 and hyphen.", nameof(id));
        Id = id;
        Severity = severity;
        Message = message;
        Clause = clause;
        Hint = hint;
    }

    /// <summary>The stable id, such as <c>PSDK-JSON-0002</c>.</summary>
    public string Id { get; }

    /// <summary>How much a finding of this rule weighs. A rejected row is an error whatever its rule says.</summary>
    public Severity Severity { get; }

    /// <summary>What is the case, in one sentence.</summary>
    public string Message { get; }

    /// <summary>Where the rule is from.</summary>
    public string Clause { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static bool IsId(string? id)
    {
        if (id is null || id.Length is 0 or > MaxIdLength) return false;
        foreach (char c in id)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return true;
    }
}
