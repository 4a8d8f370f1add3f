namespace Policing.DataModel;

/// <summary>
/// A value whose wire form is a string, and which keeps the text it was given, well formed or not. <c>default</c> is absent.
/// </summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
public interface ITextValue<TSelf> : IEquatable<TSelf>, ISpanFormattable, ISpanParsable<TSelf>, IUtf8SpanParsable<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>True for <c>default</c>: nothing was given. Empty text is not absent; it is malformed.</summary>
    bool IsAbsent { get; }

    /// <summary>True when a text was given that is not a well-formed value. The text is kept.</summary>
    bool IsMalformed { get; }

    /// <summary>The text as it was given; empty when absent.</summary>
    string Text { get; }

    /// <summary>
    /// The one spelling that every well-formed spelling of the same value shares, itself well formed; <c>null</c> when absent or malformed:
    /// nothing is ever repaired or invented.
    /// </summary>
    string? Canonical { get; }

    /// <summary>True when both are well formed and have the same canonical form, however they are written. Equality is of the text alone where the type does not say otherwise.</summary>
    bool Means(TSelf other);

    /// <summary>What a well-formed value looks like, in words for messages; contains no value.</summary>
    static abstract string Shape { get; }

    /// <summary>Takes any text, well formed or not. Never throws for its content.</summary>
    static abstract TSelf FromText(string text);

    /// <summary>Takes any UTF-8 text, well formed or not. Never throws for its content.</summary>
    static abstract TSelf FromUtf8(ReadOnlySpan<byte> utf8);

    /// <summary>True when the text is a well-formed value. Allocates nothing.</summary>
    static abstract bool IsValid(ReadOnlySpan<byte> utf8);
}
