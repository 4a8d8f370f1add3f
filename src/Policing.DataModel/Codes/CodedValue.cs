using System.Text.Json;

namespace Policing.DataModel.Codes;

/// <summary>
/// A value from a code list, open to codes that this release does not know: they are kept with all that the source gave. Absent is null.
/// Immutable and thread-safe; equality is by all parts.
/// </summary>
public abstract class CodedValue : IEquatable<CodedValue>
{
    // There is one object for each plain code of this release, so what its lists say of it is looked up once. Entries are immutable.
    private CodeEntry? _builtInEntry;

    private protected CodedValue(in CodeParts parts, UnknownMembers? unknown, bool isBuiltIn)
    {
        Code = parts.Code;
        List = parts.List;
        Label = parts.Label;
        National = parts.National;
        Text = parts.Text;
        Unknown = unknown;
        IsBuiltIn = isBuiltIn;
        IsPlain = Code is not null && List is null && Label is null && National is null && Text is null && unknown is null;
        if (isBuiltIn && IsPlain) Encoded = JsonEncodedText.Encode(Code!);
    }

    /// <summary>The code; null where the source gave only text. Empty is a malformed code.</summary>
    public string? Code { get; }

    /// <summary>The URI of the list or edition that <see cref="Code"/> is of; null for the property's own list.</summary>
    public string? List { get; }

    /// <summary>The label that the source gave; null for a plain code. Labels of listed codes are asked of <see cref="IReferenceData"/>.</summary>
    public string? Label { get; }

    /// <summary>The mapped code of the property's own list, where <see cref="Code"/> is of another.</summary>
    public string? National { get; }

    /// <summary>What the source wrote.</summary>
    public string? Text { get; }

    /// <summary>Members of the object form that the model does not define, and those whose value had the wrong kind.</summary>
    public UnknownMembers? Unknown { get; }

    /// <summary>
    /// True when this release lists the code. It says nothing of whether the code is in force, or known to a force that deploys its own
    /// lists: ask an <see cref="IReferenceData"/>.
    /// </summary>
    public bool IsBuiltIn { get; }

    /// <summary>The id of the property's own list, for example <c>sex</c>.</summary>
    public abstract string ListId { get; }

    /// <summary>The code of the property's own list: <see cref="Code"/> when it is of that list, else <see cref="National"/>; null when neither.</summary>
    public string? OwnCode => List is null ? Code ?? National : National;

    /// <summary>
    /// What the lists say of the code of the property's own list: its label, its dates, the types that a link role joins. Null when there is
    /// no such code, or the lists do not have it.
    /// </summary>
    /// <param name="codes">The lists to ask: those of this release, or a force's own over them.</param>
    public CodeEntry? EntryIn(IReferenceData codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (ReferenceEquals(codes, ReferenceData.BuiltIn) && IsBuiltIn && IsPlain) return _builtInEntry ??= codes.Find(ListId, Code!);
        return OwnCode is { } code ? codes.Find(ListId, code) : null;
    }

    /// <summary>True when both are the same code of the property's own list, however they are written.</summary>
    internal bool Means(CodedValue listed) => string.Equals(OwnCode, listed.OwnCode, StringComparison.Ordinal);

    internal bool IsPlain { get; }

    internal JsonEncodedText Encoded { get; }

    /// <inheritdoc/>
    public bool Equals(CodedValue? other)
    {
        if (ReferenceEquals(this, other)) return true;
        return other is not null
            && other.GetType() == GetType()
            && Same(Code, other.Code) && Same(List, other.List) && Same(Label, other.Label)
            && Same(National, other.National) && Same(Text, other.Text) && Equals(Unknown, other.Unknown);
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CodedValue);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Code, List, National, Text);

    /// <summary>The code when this release lists it; otherwise the name of the type, never the source's text.</summary>
    public sealed override string ToString() => IsBuiltIn && List is null ? Code! : GetType().Name;

    /// <summary>Equality by all parts.</summary>
    public static bool operator ==(CodedValue? left, CodedValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by any part.</summary>
    public static bool operator !=(CodedValue? left, CodedValue? right) => !(left == right);
}
