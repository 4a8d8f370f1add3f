namespace Policing.JsonSchema.Compilation;

/// <summary>
/// URIs as strings: resolved as RFC 3986, section 5.2, says, and otherwise left as they are written.
/// </summary>
internal readonly record struct UriReference(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
{
    public static bool IsAbsolute(string text) => Parse(text).Scheme is not null;

    /// <summary>The target of a reference, without and with its fragment.</summary>
    public static (string Uri, string? Fragment) Resolve(string baseUri, string reference)
    {
        UriReference target = Parse(reference).From(Parse(baseUri));
        return ((target with { Fragment = null }).ToString(), target.Fragment is null ? null : Uri.UnescapeDataString(target.Fragment));
    }

    public override string ToString() =>
        (Scheme is null ? "" : Scheme + ":") + (Authority is null ? "" : "//" + Authority) + Path
        + (Query is null ? "" : "?" + Query) + (Fragment is null ? "" : "#" + Fragment);

    private static UriReference Parse(string text)
    {
        (string rest, string? fragment) = Cut(text, '#');
        (rest, string? query) = Cut(rest, '?');
        string? scheme = null;
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && char.IsAsciiLetter(rest[0]) && rest.AsSpan(0, colon).IndexOfAnyExcept(s_schemeLetters) < 0)
        {
            scheme = rest[..colon];
            rest = rest[(colon + 1)..];
        }
        string? authority = null;
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            int slash = rest.IndexOf('/', 2);
            authority = slash < 0 ? rest[2..] : rest[2..slash];
            rest = slash < 0 ? "" : rest[slash..];
        }
        return new UriReference(scheme, authority, rest, query, fragment);
    }

    private static readonly System.Buffers.SearchValues<char> s_schemeLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private UriReference From(UriReference start)
    {
        if (Scheme is not null)
        {
            return this with { Path = WithoutDots(Path) };
        }
        if (Authority is not null)
        {
            return this with { Scheme = start.Scheme, Path = WithoutDots(Path) };
        }
        if (Path.Length == 0)
        {
            return start with { Query = Query ?? start.Query, Fragment = Fragment };
        }
        return start with { Path = WithoutDots(Path[0] == '/' ? Path : Merge(start)), Query = Query, Fragment = Fragment };
    }

    private string Merge(UriReference start) => start.Authority is not null && start.Path.Length == 0
        ? "/" + Path
        : start.Path[..(start.Path.LastIndexOf('/') + 1)] + Path;

    private static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal) && !path.StartsWith('.'))
        {
            return path;
        }
        List<string> kept = [];
        string[] segments = path.Split('/');
        for (int index = 0; index < segments.Length; index++)
        {
            bool last = index == segments.Length - 1;
            if (segments[index] is ".." && kept.Count > (path[0] == '/' ? 1 : 0))
            {
                kept.RemoveAt(kept.Count - 1);
            }
            if (segments[index] is not ("." or ".."))
            {
                kept.Add(segments[index]);
            }
            else if (last)
            {
                kept.Add("");
            }
        }
        return string.Join('/', kept);
    }

    private static (string Before, string? After) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, null);
}
