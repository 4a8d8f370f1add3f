namespace Policing.JsonSchema;

/// <summary>
/// A schema cannot be compiled: its text is not I-JSON, a keyword is malformed or unknown, a reference leads nowhere, references go round in
/// a circle, or its dialect is not known. The message names the place; it can quote the schema.
/// </summary>
public sealed class SchemaException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SchemaException()
        : this("The schema cannot be compiled.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What is wrong.</param>
    public SchemaException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SchemaException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal SchemaException(string problem, string uri, string pointer, long line, long column)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{problem} ({uri}#{pointer}, line {line}, column {column})"))
    {
        SchemaUri = uri;
        Pointer = pointer;
        Line = line;
        Column = column;
    }

    /// <summary>The URI of the schema document with the fault: its <c>$id</c>, or the one under which it was given; empty where it has none.</summary>
    public string SchemaUri { get; } = "";

    /// <summary>The place of the fault in that document as a JSON Pointer (RFC 6901); empty for the whole document.</summary>
    public string Pointer { get; } = "";

    /// <summary>The line from 1; 0 where it is not known.</summary>
    public long Line { get; }

    /// <summary>The column in bytes from 1; 0 where it is not known.</summary>
    public long Column { get; }
}
