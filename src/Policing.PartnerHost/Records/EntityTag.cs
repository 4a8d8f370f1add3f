using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Policing.PartnerHost;

/// <summary>The strong tags of versions. Source: RFC 9110 8.8.3 and 13.1.</summary>
internal static class EntityTag
{
    public static string Of(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The precondition of a write: to create, or the revision to replace.</summary>
    /// <returns>0 to create.</returns>
    public static long Required(HttpRequest request)
    {
        StringValues match = request.Headers.IfMatch;
        StringValues none = request.Headers.IfNoneMatch;
        if (match.Count == 0 && none.Count == 0) throw PartnerProblem.PreconditionRequired.With();
        if (match.Count > 0 && none.Count > 0) throw PartnerProblem.MalformedRequest.With();
        if (match.Count > 0) return Revision(match);
        return none is ["*"] ? 0 : throw PartnerProblem.MalformedRequest.With();
    }

    /// <summary>The revision of an <c>If-Match</c> that may be left out; null where it is.</summary>
    public static long? Optional(HttpRequest request) => request.Headers.IfMatch.Count == 0 ? null : Revision(request.Headers.IfMatch);

    // A well-formed tag that was never given out is a stale one; -1 is no record's.
    private static long Revision(StringValues match)
    {
        if (match is not [{ Length: > 2 } tag] || tag[0] != '"' || tag[^1] != '"' || tag.AsSpan(1, tag.Length - 2).ContainsAny('"', ',', ' ')) throw PartnerProblem.MalformedRequest.With();
        return long.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out long revision) && revision > 0 && Of(revision) == tag ? revision : -1;
    }
}
