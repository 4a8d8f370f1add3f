using System.Text;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>
/// The header <c>Policing-Access</c> of a context: a dictionary of RFC 9651 with codes and references. Words never go into it, nor who acts.
/// </summary>
internal static class AccessHeaderText
{
    public const string Name = "Policing-Access";
    private const int MostCharacters = 512;

    /// <summary>The header.</summary>
    /// <exception cref="ArgumentException">The context is faulty, or something of it cannot stand in a header.</exception>
    public static string Of(AccessContext context, string? reference)
    {
        if (context.Fault is { } fault) throw new ArgumentException($"The access context is not complete: {fault}.", nameof(context));
        StringBuilder text = new(128);
        Add(text, "purpose", context.Purpose.OwnCode);
        Add(text, "basis", context.Basis?.OwnCode);
        Add(text, "condition", context.Sensitive?.Condition?.OwnCode);
        Add(text, "document", context.Sensitive?.PolicyDocument);
        Add(text, "reason", context.ReasonCode);
        Add(text, "case", context.CaseReference);
        Add(text, "ref", reference);
        if (text.Length > MostCharacters) throw new ArgumentException("The access context is too long for its header: shorten the references; all together they have at most 512 bytes.", nameof(context));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (value is null) return;
        if (text.Length > 0) text.Append(", ");
        text.Append(key).Append('=');
        if (IsToken(value)) text.Append(value);
        else if (IsPlain(value)) text.Append('"').Append(value).Append('"');
        else throw new ArgumentException($"The access context has a value for '{key}' that cannot stand in a header: use printable ASCII without quotation marks and backslashes.", nameof(value));
    }

    // RFC 9651 3.3.4, less the characters that our own readers do not need.
    private static bool IsToken(string value)
    {
        if (value.Length == 0 || !char.IsAsciiLetter(value[0])) return false;
        foreach (char letter in value)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.' or '_' or ':' or '/')) return false;
        return true;
    }

    // RFC 9651 3.3.3; what would have to be escaped has no place in a reference.
    private static bool IsPlain(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && !value.AsSpan().ContainsAny('"', '\\');
}
