namespace Policing.DataModel.Import;

/// <summary>
/// One thing that an import can find in a row or an input: its id, how much it matters, and what to do.
/// </summary>
/// <remarks>
/// <para>
/// A finding carries a rule and a place, never text of its own, so that no report can quote a value out of a person's row.
/// Make each rule once, as a static member, with constant texts. The SDK's own are in <see cref="ImportRules"/>.
/// </para>
/// <para>Immutable and thread-safe. Two rules are equal when they are the same object.</para>
/// </remarks>
public sealed class ImportRule
{
    private const int MaxIdLength = 64;

    /// <summary>Makes a rule.</summary>
    /// <param name="id">The stable id: A to Z, 0 to 9 and hyphens, at most 64 characters. Never used again for another meaning.</param>
    /// <param name="severity">How much a finding of this rule matters.</param>
    /// <param name="text">What is the case, as a constant sentence.</param>
    /// <param name="hint">What to do about it, as a constant sentence.</param>
    /// <exception cref="ArgumentException">The id is empty, too long or has other characters, or a text is blank.</exception>
    public ImportRule(string id, ImportSeverity severity, string text, string hint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        if (!IsId(id))
            throw new ArgumentException("A rule id is 1 to 64 of A to Z, 0 to 9 and hyphen.", nameof(id));
        Id = id;
        Severity = severity;
        Text = text;
        Hint = hint;
    }

    /// <summary>The stable id, such as <c>PSDK-IMP-0003</c>.</summary>
    public string Id { get; }

    /// <summary>How much a finding of this rule matters. A rejected row is an error whatever its rule says.</summary>
    public ImportSeverity Severity { get; }

    /// <summary>What is the case.</summary>
    public string Text { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }

    /// <summary>The id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    private static bool IsId(string? id)
    {
        if (id is null || id.Length is 0 or > MaxIdLength)
            return false;
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        }

        return true;
    }
}
