using System.Diagnostics.CodeAnalysis;

namespace Policing.Client;

/// <summary>
/// The version of a record that was read, as the partner names it: writing takes it, so that nobody overwrites what he has not seen. <c>default</c> is absent.
/// </summary>
/// <remarks>A strong entity tag of RFC 9110 8.8.3, at most 128 characters; weak ones never match (13.1.1) and are taken for absent. Immutable.</remarks>
public readonly record struct RecordTag
{
    private const int MostCharacters = 128;

    private readonly string? _text;

    private RecordTag(string text) => _text = text;

    /// <summary>Any version: for changes of status where it does not matter which one was seen.</summary>
    public static RecordTag Any { get; } = new("*");

    /// <summary>True for <c>default</c>.</summary>
    public bool IsAbsent => _text is null;

    /// <summary>Whether it stands for any version.</summary>
    public bool IsAny => _text == "*";

    /// <summary>Reads a tag with its quotes, such as <c>"2"</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordTag tag)
    {
        bool isTag = text is ['"', _, .., '"'] && text.Length <= MostCharacters && text.AsSpan(1, text.Length - 2).IndexOfAnyExceptInRange('!', '~') < 0
            && !text.AsSpan(1, text.Length - 2).Contains('"');
        tag = isTag ? new(text!) : default;
        return isTag;
    }

    /// <summary>Reads a tag with its quotes.</summary>
    /// <exception cref="FormatException">It is no strong entity tag.</exception>
    public static RecordTag Parse(string text) =>
        TryParse(text, out RecordTag tag) ? tag : throw new FormatException("Not a strong entity tag: expected printable ASCII in double quotes, at most 128 characters.");

    /// <summary>The tag with its quotes; empty for <c>default</c>.</summary>
    public override string ToString() => _text ?? "";
}
