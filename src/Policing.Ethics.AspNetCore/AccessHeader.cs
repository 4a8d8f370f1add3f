using System.Collections.Frozen;
using Policing.DataModel.Codes;

namespace Policing.Ethics.AspNetCore;

/// <summary>
/// The header <c>Policing-Access</c>: a dictionary of RFC 9651 with tokens, strings and integers, at most 512 bytes. It has codes and references and no words.
/// </summary>
internal static class AccessHeader
{
    public const string Name = "Policing-Access";
    private const int MostCharacters = 512;

    private static readonly FrozenSet<string> Known = FrozenSet.Create(StringComparer.Ordinal, "purpose", "basis", "condition", "document", "reason", "case", "ref");

    /// <summary>The context that it gives, for an actor; null where it is malformed, has something unknown, or no purpose.</summary>
    public static AccessContext? Read(string? header, AccessActor actor)
    {
        if (header is null || header.Length > MostCharacters || Parse(header) is not { } members) return null;
        if (!members.TryGetValue("purpose", out string? purpose)) return null;
        return new AccessContext
        {
            Actor = actor,
            Purpose = ProcessingPurpose.Of(purpose),
            Basis = members.TryGetValue("basis", out string? basis) ? LawfulBasis.Of(basis) : null,
            Sensitive = Sensitive(members),
            CaseReference = members.GetValueOrDefault("case"),
            ReasonCode = members.GetValueOrDefault("reason"),
        };
    }

    /// <summary>The member <c>ref</c>: what the host keeps the words of justification under; null where there is none.</summary>
    public static string? Reference(string? header) =>
        header is { Length: <= MostCharacters } && Parse(header) is { } members ? members.GetValueOrDefault("ref") : null;

    private static SensitiveProcessing? Sensitive(Dictionary<string, string> members)
    {
        members.TryGetValue("condition", out string? condition);
        members.TryGetValue("document", out string? document);
        return (condition ?? document) is null
            ? null
            : new() { Condition = condition is null ? null : Schedule8Condition.Of(condition), PolicyDocument = document };
    }

    private static Dictionary<string, string>? Parse(string header)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        ReadOnlySpan<char> left = header.AsSpan().Trim(' ');
        while (!left.IsEmpty)
        {
            if (!TryMember(ref left, out string key, out string value) || !Known.Contains(key) || !members.TryAdd(key, value)) return null;
            left = left.TrimStart(" \t");
            if (left.IsEmpty) return members;
            if (left[0] != ',') return null;
            left = left[1..].TrimStart(" \t");
            if (left.IsEmpty) return null;
        }
        return members;
    }

    private static bool TryMember(ref ReadOnlySpan<char> left, out string key, out string value)
    {
        value = "";
        int length = LengthOf(left, static letter => char.IsAsciiLetterLower(letter));
        key = left[..length].ToString();
        left = left[length..];
        if (length == 0 || left.IsEmpty || left[0] != '=') return false;
        left = left[1..];
        return left is ['"', ..] ? TryString(ref left, out value) : TryToken(ref left, out value);
    }

    private static bool TryString(ref ReadOnlySpan<char> left, out string value)
    {
        value = "";
        int end = left[1..].IndexOf('"') + 1;
        if (end < 2) return false;
        ReadOnlySpan<char> text = left[1..end];
        left = left[(end + 1)..];
        // References need no escapes, and what is printed as it stands cannot surprise anybody.
        if (text.Contains('\\') || text.ContainsAnyExceptInRange(' ', '~')) return false;
        value = text.ToString();
        return true;
    }

    private static bool TryToken(ref ReadOnlySpan<char> left, out string value)
    {
        int length = LengthOf(left, static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or ':' or '/');
        value = left[..length].ToString();
        left = left[length..];
        return length > 0;
    }

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        int length = 0;
        while (length < text.Length && belongs(text[length])) length++;
        return length;
    }
}
