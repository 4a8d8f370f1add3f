using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>A record, minimised by policy. Hidden and missing are the same to the caller, and the same work.</summary>
internal static class ReadRecord
{
    public static CallKind Kind { get; } = new("records.read", AccessOperation.Consultation);

    public static async Task AnswerAsync(PartnerCall call)
    {
        RecordAddress address = RecordAddress.Of(call);
        StoredRecord? stored = await address.FindAsync(call).ConfigureAwait(false);
        await ReleaseAsync(call, stored).ConfigureAwait(false);
    }

    public static async Task ReleaseAsync(PartnerCall call, StoredRecord? stored)
    {
        SharedEntry entry = new(call);
        if (stored is null)
        {
            AccessRequest reading = await call.ReadingAsync(null).ConfigureAwait(false);
            throw await call.HiddenAsync(await call.ConsiderAsync(reading).ConfigureAwait(false), reading, isThere: false).ConfigureAwait(false);
        }
        ConsideredRecord considered = await entry.ConsiderAsync(stored.Read()).ConfigureAwait(false);
        if (considered.Copy is not { } copy) throw await call.HiddenAsync(considered.Decision, considered.Reading, isThere: true).ConfigureAwait(false);
        entry.Show(considered);
        await entry.WriteDownAsync(considered.Decision, null).ConfigureAwait(false);
        bool isWhole = ReferenceEquals(copy, considered.Record);
        if (isWhole) call.Http.Response.Headers.ETag = EntityTag.Of(stored.Revision);
        await JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, isWhole ? stored.Content : PoliceJson.Write(copy)).ConfigureAwait(false);
    }
}
