using System.Runtime.CompilerServices;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>Searches at the partner. The words of justification of the context go with each search, in its body. Thread-safe.</summary>
public sealed class SearchCalls
{
    private readonly CallSender _sender;
    private readonly Caller _caller;

    internal SearchCalls(CallSender sender, Caller caller) => (_sender, _caller) = (sender, caller);

    /// <summary>All matches, a page after the other as they are gone through.</summary>
    /// <exception cref="PartnerException">The search is too broad, or a call failed; when the sequence is gone through.</exception>
    public async IAsyncEnumerable<SearchMatch> FindAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? cursor = null;
        HashSet<string> seen = new(StringComparer.Ordinal);
        do
        {
            SearchPage page = await GetPageAsync(query, cursor, cancellationToken).ConfigureAwait(false);
            foreach (SearchMatch match in page.Matches.AsEnumerable()) yield return match;
            // A page that was seen before has no end.
            if (page.Cursor is not null && !seen.Add(page.Cursor)) throw new PartnerException(CallSender.Unsent(PartnerOperation.Search, _caller, PartnerFailure.UnreadableAnswer));
            cursor = page.Cursor;
        }
        while (cursor is not null);
    }

    /// <summary>One page.</summary>
    /// <param name="query">What is searched for.</param>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PartnerException">The search is too broad, or the call failed.</exception>
    public async Task<SearchPage> GetPageAsync(SearchQuery query, string? cursor = null, CancellationToken cancellationToken = default) =>
        (await TryGetPageAsync(query, cursor, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>The same, with the problem as a result.</summary>
    public Task<PartnerResult<SearchPage>> TryGetPageAsync(SearchQuery query, string? cursor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.LinkedTo is { Record.Canonical: null }) throw new ArgumentException("The id of the linked record is absent or malformed.", nameof(query));
        if (!query.HasCriteria) return Task.FromResult(new PartnerResult<SearchPage>(CallSender.Unsent(PartnerOperation.Search, _caller, PartnerFailure.TooBroad)));
        PartnerRequest request = new(PartnerOperation.Search, HttpMethod.Post, _sender.Settings.Prefix + "search") { RecordType = query.Type, Body = Body(query, cursor) };
        return _sender.SendAsync(request, _caller, static (in answer, state) => Read(answer, state.Settings, state.query.Type), (_sender.Settings, query), cancellationToken).AsTask();
    }

    private byte[] Body(SearchQuery query, string? cursor) => RequestJson.Write((query, cursor, _caller.Context!.Justification), static (json, state) =>
    {
        json.WriteString("type", state.query.Type);
        json.WriteStartObject("match");
        state.query.WriteMatch(json);
        json.WriteEndObject();
        if (state.query.LinkedTo is { } link) WriteLink(json, link);
        RequestJson.WriteAgencies(json, "agencies", state.query.Agencies);
        json.WriteNumber("limit", state.query.PageSize);
        if (state.cursor is { } cursor) json.WriteString("cursor", cursor);
        if (state.Justification is { } words) json.WriteString("justification", words);
    });

    private static void WriteLink(Utf8JsonWriter json, SearchLink link)
    {
        json.WriteStartObject("linkedTo");
        json.WriteStartObject("record");
        json.WriteString("type", link.RecordType);
        json.WriteString("id", link.Record.Canonical ?? "");
        json.WriteEndObject();
        RequestJson.WriteTexts(json, "roles", link.Roles.AsEnumerable());
        json.WriteEndObject();
    }

    private static SearchPage Read(in Answer answer, ClientSettings settings, string type)
    {
        using JsonDocument document = AnswerJson.Parse(answer.Utf8);
        List<SearchMatch> matches = [];
        foreach (JsonElement element in AnswerJson.List(document.RootElement, "matches")) matches.Add(ReadMatch(element, settings, type));
        return new()
        {
            Matches = ValueList.From(matches),
            Count = AnswerJson.NumberOrNone(document.RootElement, "count"),
            Cursor = AnswerJson.TextOrNone(document.RootElement, "cursor"),
            AuditEntry = ProblemReader.IdOf(AnswerJson.TextOrNone(document.RootElement, "auditEntry")),
        };
    }

    private static SearchMatch ReadMatch(JsonElement element, ClientSettings settings, string type)
    {
        JsonElement match = AnswerJson.Object(element, "match");
        SearchMatch found = new()
        {
            Content = AnswerJson.Record(AnswerJson.Object(element, "record"), settings),
            Grade = AnswerJson.TextOrNone(match, "grade") switch { "exact" => MatchGrade.Exact, "strong" => MatchGrade.Strong, "possible" => MatchGrade.Possible, _ => MatchGrade.Unknown },
            On = ValueList.From(AnswerJson.Texts(match, "on")),
        };
        return found.Record is null || found.Record.Type == type ? found : throw new AnswerFaultException(PartnerFailure.Untrusted);
    }
}
