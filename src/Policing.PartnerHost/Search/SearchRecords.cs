using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>
/// Searches by named criteria. A record is matched as the caller may see it: what a caller may not see neither helps to find it nor keeps it from being found. One
/// entry tells the digest of the query and every record shown.
/// </summary>
internal static class SearchRecords
{
    private const int MostCounted = 100;

    public static CallKind Kind { get; } = new("records.search", AccessOperation.Consultation);

    public static async Task AnswerAsync(PartnerCall call)
    {
        (JsonDocument document, _) = await RequestBody.ReadObjectAsync(call).ConfigureAwait(false);
        using JsonDocument parsed = document;
        SearchRequest search = SearchRequest.Read(document.RootElement);
        call.RecordType = search.Type;
        if (search.Justification is not null) call.Purpose = call.Context with { Justification = search.Justification };
        if (call.Context.Fault is not null) throw PartnerProblem.PurposeRequired.With();
        string digest = call.Parts.Cursors.Digest("search", WithoutPage(document.RootElement));
        string binding = PageQuery.Binding(call, "search", digest);
        byte[]? after = search.Cursor is { } cursor ? call.Parts.Cursors.Open(cursor, binding, SearchMatch.PlaceBytes, call.Parts.Options.SearchCursorsLast) : null;

        AccessRequest request = call.Request(AccessOperation.Consultation);
        AccessDecision whole = await call.ConsiderAsync(request).ConfigureAwait(false);
        SharedEntry entry = new(call);
        List<SearchMatch> matches = await MatchesAsync(call, search, entry).ConfigureAwait(false);
        SearchMatch[] page = [.. matches.Where(match => after is null || match.Place().AsSpan().SequenceCompareTo(after) > 0).Take(search.Limit)];
        foreach (SearchMatch match in page) entry.Show(match.Considered);
        await entry.WriteDownAsync(whole, "query " + digest).ConfigureAwait(false);
        bool more = page.Length > 0 && page[^1] != matches[^1];
        string? next = more ? call.Parts.Cursors.Seal(page[^1].Place(), binding) : null;
        await JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, json => Write(json, call, page, matches.Count, next)).ConfigureAwait(false);
    }

    private static async ValueTask<List<SearchMatch>> MatchesAsync(PartnerCall call, SearchRequest search, SharedEntry entry)
    {
        IReadOnlyList<Criterion> criteria = await SearchCandidates.WithPlacesAsync(call, search.Criteria, entry).ConfigureAwait(false);
        List<SearchMatch> matches = [];
        await foreach (PoliceRecord record in SearchCandidates.OfAsync(call, search, criteria, entry).ConfigureAwait(false))
        {
            if (!IsOfAgencies(record, search.Agencies) || !MayAnswer(record, criteria)) continue;
            ConsideredRecord considered = await entry.ConsiderAsync(record).ConfigureAwait(false);
            // What a copy leaves out is as if it were not on record: it neither speaks for a match nor against it.
            if (considered.Copy is { } copy && Judge(copy, criteria) is { } judged) matches.Add(new SearchMatch(considered, judged.Grade, judged.On));
        }
        matches.Sort(SearchMatch.Compare);
        return matches;
    }

    private static bool IsOfAgencies(PoliceRecord record, ValueList<Agency> agencies) =>
        agencies.IsEmpty || record.Controllers.Any(controller => Agencies.Contains(agencies, controller));

    // By what finds few alone, which a copy must meet too: to turn a record away by a member that the caller may not see would tell of it.
    private static bool MayAnswer(PoliceRecord record, IReadOnlyList<Criterion> criteria) =>
        !criteria.Any(criterion => criterion.IsSelective) || criteria.Any(criterion => criterion.IsSelective && criterion.Test(record) > MatchQuality.Unknown);

    /// <summary>The grade, and what matched; null where a criterion is contradicted, or none that finds few is met.</summary>
    private static (MatchGrade Grade, IReadOnlyList<string> On)? Judge(PoliceRecord record, IReadOnlyList<Criterion> criteria)
    {
        List<string> on = [];
        (bool selective, bool same, bool near, bool unknown) = (!criteria.Any(criterion => criterion.IsSelective), false, false, false);
        foreach (Criterion criterion in criteria)
        {
            MatchQuality quality = criterion.Test(record);
            if (quality is MatchQuality.Different) return null;
            if (quality is MatchQuality.Unknown)
            {
                unknown = true;
                continue;
            }
            on.Add(criterion.Name);
            selective |= criterion.IsSelective;
            same |= quality is MatchQuality.Same;
            near |= quality is MatchQuality.Near;
        }
        if (!selective) return null;
        MatchGrade grade = !near && !unknown ? MatchGrade.Exact : same && !unknown ? MatchGrade.Strong : MatchGrade.Possible;
        return (grade, on);
    }

    // What makes a query the same on its next page; why it is asked, and how much at once, may differ.
    private static byte[] WithoutPage(JsonElement body) => JsonAnswer.Bytes(json =>
    {
        json.WriteStartObject();
        foreach (JsonProperty member in body.EnumerateObject().Where(member => member.Name is not ("cursor" or "limit" or "justification")).OrderBy(member => member.Name, StringComparer.Ordinal))
            member.WriteTo(json);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, PartnerCall call, SearchMatch[] page, int count, string? next)
    {
        json.WriteStartObject();
        json.WriteStartArray("matches");
        foreach (SearchMatch match in page)
        {
            json.WriteStartObject();
            json.WritePropertyName("record");
            json.WriteRawValue(PoliceJson.Write(match.Considered.Copy!), skipInputValidation: true);
            json.WriteStartObject("match");
            json.WriteString("grade", GradeName(match.Grade));
            json.WriteStartArray("on");
            foreach (string name in match.On) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (count <= MostCounted) json.WriteNumber("count", count);
        if (next is not null) json.WriteString("cursor", next);
        if (!call.Entry.IsNone) json.WriteString("auditEntry", call.Entry.Value);
        json.WriteEndObject();
    }

    private static string GradeName(MatchGrade grade) => grade switch
    {
        MatchGrade.Exact => "exact",
        MatchGrade.Strong => "strong",
        _ => "possible",
    };
}
