namespace Policing.JsonSchema;

/// <summary>Why a document was not judged at all.</summary>
public enum RefusalReason
{
    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The text is not JSON (RFC 8259): also a byte order mark, a comment, or anything after the value.</summary>
    NotJson,

    /// <summary>An object has two members of one name, which I-JSON (RFC 7493) forbids.</summary>
    DuplicateName,

    /// <summary>An escape sequence stands for half a character, which I-JSON (RFC 7493) forbids.</summary>
    LoneSurrogate,

    /// <summary>More bytes than <see cref="DocumentLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Deeper than <see cref="DocumentLimits.MaxDepth"/>, or than the stack of the thread has room for.</summary>
    TooDeep,

    /// <summary>The patterns took longer than <see cref="DocumentLimits.PatternTime"/>.</summary>
    PatternTime,

    /// <summary>
    /// The engine of .NET failed at a pattern. Known only of patterns with a lazy repetition of what can be empty, inside a condition, beside a
    /// reference to a group.
    /// </summary>
    PatternFailed,
}
