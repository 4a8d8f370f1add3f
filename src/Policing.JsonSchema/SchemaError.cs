namespace Policing.JsonSchema;

/// <summary>
/// One keyword that a document fails. It never contains a value of the document, nor the name of a member that no keyword of the schema
/// names: in a pointer such a name is written <c>~[n]</c>, n being the member's place in its object from 0. (That is not RFC 6901, so that
/// it can never be taken for a name.)
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed record SchemaError
{
    /// <summary>The keyword, such as <c>maxLength</c>; for a schema <c>false</c>, the keyword that applies it.</summary>
    public required string Keyword { get; init; }

    /// <summary>What the schema asks for, in words.</summary>
    public required string Message { get; init; }

    /// <summary>The failing value as a JSON Pointer; empty for the whole document.</summary>
    public required string InstancePointer { get; init; }

    /// <summary>The way from the root of the schema to the keyword, through references: <c>/properties/name/$ref/maxLength</c>.</summary>
    public required string KeywordPointer { get; init; }

    /// <summary>Where the keyword stands: the URI of its schema resource and a JSON Pointer as its fragment.</summary>
    public required string SchemaLocation { get; init; }

    /// <summary>The line of the failing value from 1.</summary>
    public required long Line { get; init; }

    /// <summary>The column of the failing value in bytes from 1.</summary>
    public required long Column { get; init; }

    /// <summary>The place and the message, for people.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"'{InstancePointer}' (line {Line}, column {Column}): {Message} [{KeywordPointer}]");
}
