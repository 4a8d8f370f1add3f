using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>The versions of a record, the newest first; a permission of its own: the scope, and the fact <c>history</c> for rules.</summary>
internal static class ReadHistory
{
    private const string Fact = "history";

    public static CallKind Kind { get; } = new("records.history", AccessOperation.Consultation);

    public static async Task AnswerAsync(PartnerCall call)
    {
        RecordAddress address = RecordAddress.Of(call);
        string binding = PageQuery.Binding(call, "history", address.Id.Text);
        (int limit, int skip) = PageQuery.Read(call, binding);
        StoredRecord? stored = await address.FindAsync(call).ConfigureAwait(false);
        AccessRequest reading = await WithFactAsync(call, stored?.Read()).ConfigureAwait(false);
        AccessDecision decision = await call.ConsiderAsync(reading).ConfigureAwait(false);
        if (stored is null || !decision.IsPermitted) throw await call.HiddenAsync(decision, reading, stored is not null).ConfigureAwait(false);

        IReadOnlyList<StoredRecord> versions = await call.Parts.Store.HistoryAsync(call.Tenant, address.Id, call.Cancelled).ConfigureAwait(false);
        SharedEntry entry = new(call);
        List<(StoredRecord Version, PoliceRecord? Copy)> page = [];
        foreach (StoredRecord version in versions.Reverse().Skip(skip).Take(limit))
        {
            ConsideredRecord considered = await entry.ConsiderAsync(version.Read(), Fact).ConfigureAwait(false);
            if (considered.Copy is not null) entry.Show(considered);
            page.Add((version, considered.Copy));
        }
        await entry.WriteDownAsync(decision, Fact).ConfigureAwait(false);
        string? next = skip + limit < versions.Count ? PageQuery.Next(call, skip + limit, limit, binding) : null;
        await JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, json => Write(json, page, next)).ConfigureAwait(false);
    }

    private static async ValueTask<AccessRequest> WithFactAsync(PartnerCall call, PoliceRecord? record)
    {
        AccessRequest request = await call.ReadingAsync(record).ConfigureAwait(false);
        return request with { Facts = request.Facts.Add(Fact) };
    }

    private static void Write(Utf8JsonWriter json, List<(StoredRecord Version, PoliceRecord? Copy)> page, string? next)
    {
        json.WriteStartObject();
        json.WriteStartArray("versions");
        foreach ((StoredRecord version, PoliceRecord? copy) in page)
        {
            json.WriteStartObject();
            json.WriteNumber("number", version.Revision);
            json.WriteString("recordedAt", RecordedTime.From(version.StoredAt).Text);
            if (copy is not null)
            {
                json.WritePropertyName("record");
                json.WriteRawValue(PoliceJson.Write(copy), skipInputValidation: true);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (next is not null) json.WriteString("next", next);
        json.WriteEndObject();
    }
}
