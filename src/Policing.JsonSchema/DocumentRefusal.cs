namespace Policing.JsonSchema;

/// <summary>Why and where a document was refused. It quotes nothing of the document.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Line">The line from 1; 0 where the refusal has no place.</param>
/// <param name="Column">The column in bytes from 1; 0 where the refusal has no place.</param>
/// <remarks>Immutable.</remarks>
public sealed record DocumentRefusal(RefusalReason Reason, long Line, long Column)
{
    /// <summary>The reason in words.</summary>
    public string Message => Reason switch
    {
        RefusalReason.NotUtf8 => "The bytes are not UTF-8.",
        RefusalReason.NotJson => "The text is not JSON.",
        RefusalReason.DuplicateName => "An object has two members of one name.",
        RefusalReason.LoneSurrogate => "An escape sequence stands for half a character.",
        RefusalReason.TooLarge => "The document has more bytes than the limit.",
        RefusalReason.TooDeep => "Arrays and objects lie deeper in each other than the limit.",
        RefusalReason.PatternTime => "The patterns took longer than the limit.",
        RefusalReason.PatternFailed => "A pattern could not be matched.",
        _ => "The document was refused.",
    };
}
