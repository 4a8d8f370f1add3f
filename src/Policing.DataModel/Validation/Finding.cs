namespace Policing.DataModel.Validation;

/// <summary>
/// One thing found: the rule, and the place. It never contains a value, nor the name of a member that the model does not define: in the
/// pointer such a name is written <c>~[n]</c>, n being the member's place in its object from 0.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required FindingRule Rule { get; init; }

    /// <summary>The rule's id.</summary>
    public string Id => Rule.Id;

    /// <summary>The rule's severity.</summary>
    public Severity Severity => Rule.Severity;

    /// <summary>The place as a JSON Pointer (RFC 6901, save for <c>~[n]</c>); empty for the whole document.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The line of the text from 1; 0 where the record was not read from text. In NDJSON, the line of the file.</summary>
    public long Line { get; init; }

    /// <summary>The column in bytes from 1; 0 where it is not known.</summary>
    public long Column { get; init; }

    /// <summary>The rule, the place and what to do, for people.</summary>
    public override string ToString() => Line == 0
        ? $"{Id} {Severity} at '{Pointer}': {Rule.Message} {Rule.Hint}"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id} {Severity} at '{Pointer}' (line {Line}, column {Column}): {Rule.Message} {Rule.Hint}");
}
