using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>The links from and to a record that the caller may see: those whose both ends, as far as they are held here, the caller may see too.</summary>
internal static class ReadLinks
{
    public static CallKind Kind { get; } = new("records.read", AccessOperation.Consultation);

    public static async Task AnswerAsync(PartnerCall call)
    {
        RecordAddress address = RecordAddress.Of(call);
        (string direction, string? role) = Filter(call);
        string binding = PageQuery.Binding(call, "links", $"{address.Id.Text} {direction} {role}");
        (int limit, int skip) = PageQuery.Read(call, binding);
        StoredRecord? stored = await address.FindAsync(call).ConfigureAwait(false);
        AccessRequest reading = await call.ReadingAsync(stored?.Read()).ConfigureAwait(false);
        AccessDecision decision = await call.ConsiderAsync(reading).ConfigureAwait(false);
        if (stored is null || !decision.IsPermitted) throw await call.HiddenAsync(decision, reading, stored is not null).ConfigureAwait(false);

        SharedEntry entry = new(call);
        List<ConsideredRecord> visible = await VisibleAsync(call, entry, address.Id, direction, role).ConfigureAwait(false);
        ConsideredRecord[] page = [.. visible.Skip(skip).Take(limit)];
        foreach (ConsideredRecord link in page) entry.Show(link);
        await entry.WriteDownAsync(decision, "links").ConfigureAwait(false);
        string? next = skip + limit < visible.Count ? PageQuery.Next(call, skip + limit, limit, binding) : null;
        await JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, json => Write(json, page, next)).ConfigureAwait(false);
    }

    private static (string Direction, string? Role) Filter(PartnerCall call)
    {
        string direction = PageQuery.One(call, "direction") ?? "both";
        if (direction is not ("from" or "to" or "both")) throw PartnerProblem.MalformedRequest.With();
        string? role = PageQuery.One(call, "role");
        if (role is not null && !RecordAddress.IsType(role)) throw PartnerProblem.MalformedRequest.With();
        return (direction, role);
    }

    private static async ValueTask<List<ConsideredRecord>> VisibleAsync(PartnerCall call, SharedEntry entry, RecordId record, string direction, string? role)
    {
        CandidateQuery query = new() { Type = "link", AnyOf = [SearchKeys.End(record)] };
        List<ConsideredRecord> visible = [];
        await foreach (StoredRecord candidate in call.Parts.Store.CandidatesAsync(call.Tenant, query, call.Cancelled).ConfigureAwait(false))
        {
            if (candidate.Read() is not Link link || !Fits(link, record, direction, role)) continue;
            if (!await MaySeeEndAsync(call, link.From).ConfigureAwait(false) || !await MaySeeEndAsync(call, link.To).ConfigureAwait(false)) continue;
            ConsideredRecord considered = await entry.ConsiderAsync(link).ConfigureAwait(false);
            if (considered.Copy is not null) visible.Add(considered);
        }
        visible.Sort(static (left, right) => left.Record.Id.CompareTo(right.Record.Id));
        return visible;
    }

    private static async ValueTask<bool> MaySeeEndAsync(PartnerCall call, LinkEnd? end) =>
        end is null || await call.HeldAsync(end.Id).ConfigureAwait(false) is not { } record || await call.MaySeeAsync(record).ConfigureAwait(false);

    private static bool Fits(Link link, RecordId record, string direction, string? role)
    {
        bool from = link.From?.Id.Means(record) == true;
        bool to = link.To?.Id.Means(record) == true;
        bool fits = direction switch
        {
            "from" => from,
            "to" => to,
            _ => from || to,
        };
        return fits && (role is null || string.Equals(link.Role?.OwnCode, role, StringComparison.Ordinal));
    }

    private static void Write(Utf8JsonWriter json, ConsideredRecord[] page, string? next)
    {
        json.WriteStartObject();
        json.WriteStartArray("links");
        foreach (ConsideredRecord link in page) json.WriteRawValue(PoliceJson.Write(link.Copy!), skipInputValidation: true);
        json.WriteEndArray();
        if (next is not null) json.WriteString("next", next);
        json.WriteEndObject();
    }
}
