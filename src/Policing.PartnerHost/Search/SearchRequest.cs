using System.Text.Json;
using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>A search as it was asked.</summary>
internal sealed record SearchRequest
{
    private const int MostRoles = 20;
    private const int MostAgencies = 60;
    private const int MostMatches = 100;
    private const int UsualMatches = 25;

    public required string Type { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public RecordId LinkedTo { get; init; }

    public string? LinkedToType { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public ValueList<Agency> Agencies { get; init; }

    public int Limit { get; init; }

    public string? Cursor { get; init; }

    public string? Justification { get; init; }

    public static SearchRequest Read(JsonElement body)
    {
        List<PartnerFinding> findings = [];
        RequestObject request = new(body, "", findings);
        string type = request.Text("type", 1, 64, required: true) ?? "";
        RequestObject? match = request.Object("match", required: true);
        SearchRequest read = Linked(request, new SearchRequest
        {
            Type = type,
            Criteria = [],
            Agencies = ValueList.From(request.Objects("agencies", MostAgencies).Select(AgencyCriterion.Read).OfType<Agency>()),
            Limit = request.Whole("limit", 1, MostMatches) ?? UsualMatches,
            Cursor = request.Text("cursor", 1, 512),
            Justification = request.Text("justification", 3, 250),
        });
        request.NoteUnknown();
        if (findings.Count > 0) throw new PartnerRefusal(PartnerProblem.MalformedRequest, findings);
        if (!PartnerHost.Criteria.IsOffered(type)) throw PartnerProblem.UnsupportedCriterion.With(new PartnerFinding(PartnerFinding.WrongForm, "/type"));
        return read with { Criteria = ReadCriteria(type, match!, findings, read) };
    }

    private static List<Criterion> ReadCriteria(string type, RequestObject match, List<PartnerFinding> findings, SearchRequest read)
    {
        List<Criterion> criteria = PartnerHost.Criteria.Read(type, match);
        if (match.NoteUnknown()) throw new PartnerRefusal(PartnerProblem.UnsupportedCriterion, findings);
        if (findings.Count > 0) throw new PartnerRefusal(PartnerProblem.MalformedRequest, findings);
        // Whoever is linked to one record is few.
        return criteria.Exists(criterion => criterion.IsSelective) || !read.LinkedTo.IsAbsent ? criteria : throw PartnerProblem.TooBroad.With();
    }

    private static SearchRequest Linked(RequestObject request, SearchRequest read)
    {
        if (request.Object("linkedTo") is not { } linked) return read;
        IReadOnlyList<string> roles = linked.Texts("roles", MostRoles);
        RequestObject? record = linked.Object("record", required: true);
        linked.NoteUnknown();
        if (record is null) return read;
        string? type = record.Text("type", 1, 64, required: true);
        string? text = record.Text("id", 1, 64, required: true);
        record.NoteUnknown();
        if (RecordId.TryParse(text, null, out RecordId id)) return read with { LinkedTo = id, LinkedToType = type, Roles = roles };
        if (text is not null) record.Wrong("id");
        return read;
    }

    /// <summary>The name of the type; never what was asked.</summary>
    public override string ToString() => nameof(SearchRequest);
}
