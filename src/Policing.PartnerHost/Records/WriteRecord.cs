using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>
/// Creates and replaces records. What does not hinge on the record that is held is judged first; then whether the caller may see that record; and only to who may,
/// what else is in the way.
/// </summary>
internal static class WriteRecord
{
    // A race with another writer ends as stale or exists; this often only where somebody writes without end.
    private const int MostTries = 8;

    public static CallKind Kind { get; } = new("records.write", AccessOperation.Alteration);

    public static async Task AnswerAsync(PartnerCall call)
    {
        RecordAddress address = RecordAddress.Of(call);
        long expected = EntityTag.Required(call.Http.Request);
        ReadOnlyMemory<byte> body = await RequestBody.ReadAsync(call, call.Parts.Options.Limits.DocumentBytes).ConfigureAwait(false);
        IncomingRecord incoming = IncomingRecord.Read(body.Span, call.Parts.Validator);
        RequireAddressed(incoming.Record, address);
        for (int tries = 0; tries < MostTries; tries++)
        {
            StoredRecord? held = await call.Parts.Store.FindAsync(call.Tenant, address.Id, call.Cancelled).ConfigureAwait(false);
            bool done = held is null
                ? await CreateAsync(call, incoming, expected).ConfigureAwait(false)
                : await ReplaceAsync(call, incoming, expected, held, address).ConfigureAwait(false);
            if (done) return;
        }
        throw PartnerProblem.Unavailable.With();
    }

    private static void RequireAddressed(PoliceRecord record, RecordAddress address)
    {
        List<PartnerFinding> findings = [];
        if (!record.Id.Means(address.Id)) findings.Add(new(PartnerFinding.Immutable, "/id"));
        if (!string.Equals(record.Type, address.Type, StringComparison.Ordinal)) findings.Add(new(PartnerFinding.Immutable, "/type"));
        if (!RecordTypes.IsKnown(record.Type)) findings.Add(new(PartnerFinding.WrongForm, "/type"));
        if (findings.Count > 0) throw new PartnerRefusal(PartnerProblem.ImmutableMember, findings);
    }

    private static async ValueTask<bool> CreateAsync(PartnerCall call, IncomingRecord incoming, long expected)
    {
        PoliceRecord record = incoming.Record;
        if (expected != 0)
        {
            // To who may not see a record it would be not available too, so it is to all.
            AccessRequest reading = await call.ReadingAsync(null).ConfigureAwait(false);
            throw await call.HiddenAsync(await call.ConsiderAsync(reading).ConfigureAwait(false), reading, isThere: false).ConfigureAwait(false);
        }
        if (!await call.MayWriteAsync(record).ConfigureAwait(false)) throw PartnerProblem.NotController.With();
        if (record.Status is { State: not null } status && status.State != RecordState.Active)
            throw PartnerProblem.InvalidStatusChange.With(new PartnerFinding(PartnerFinding.WrongForm, "/status"));
        AccessRequest request = await call.ChangingAsync(record, AccessOperation.Collection).ConfigureAwait(false);
        await call.WriteDownOnceAsync(await call.ConsiderAsync(request).ConfigureAwait(false), request, record.Id).ConfigureAwait(false);
        return await StoreAsync(call, incoming, 0, ChangeKind.Created).ConfigureAwait(false);
    }

    private static async ValueTask<bool> ReplaceAsync(PartnerCall call, IncomingRecord incoming, long expected, StoredRecord stored, RecordAddress address)
    {
        PoliceRecord held = stored.Read();
        AccessRequest reading = await call.ReadingAsync(held).ConfigureAwait(false);
        AccessDecision mayRead = await call.ConsiderAsync(reading).ConfigureAwait(false);
        if (!mayRead.IsPermitted || !string.Equals(stored.Type, address.Type, StringComparison.Ordinal))
            throw await call.HiddenAsync(mayRead, reading, isThere: true).ConfigureAwait(false);
        if (!await call.MayWriteAsync(held).ConfigureAwait(false)) throw PartnerProblem.NotController.With();
        bool same = stored.Content.Span.SequenceEqual(incoming.Content.Span);
        if (expected == 0 && !same) throw PartnerProblem.Exists.With();
        if (expected != 0 && expected != stored.Revision) throw PartnerProblem.Stale.With();
        RequireUnchanged(held, incoming.Record);
        AccessRequest changing = await call.ChangingAsync(held, AccessOperation.Alteration).ConfigureAwait(false);
        await call.WriteDownOnceAsync(await call.ConsiderAsync(changing).ConfigureAwait(false), changing, held.Id).ConfigureAwait(false);
        if (!same) return await StoreAsync(call, incoming, stored.Revision, ChangeKind.Replaced).ConfigureAwait(false);
        await WrittenAnswer.WriteAsync(call, StatusCodes.Status200OK, held.Id, stored.Revision, "unchanged", tagged: true, incoming.Warnings).ConfigureAwait(false);
        return true;
    }

    // The status changes by a call of its own; who made a record, and for whom, never.
    private static void RequireUnchanged(PoliceRecord held, PoliceRecord incoming)
    {
        List<PartnerFinding> findings = [];
        if (!Agencies.AreSame(held.Controllers, incoming.Controllers)) findings.Add(new(PartnerFinding.Immutable, "/controllers"));
        if (held.Source?.System != incoming.Source?.System) findings.Add(new(PartnerFinding.Immutable, "/source/system"));
        if (held.Source?.Reference != incoming.Source?.Reference) findings.Add(new(PartnerFinding.Immutable, "/source/reference"));
        if (!AreSameOrNone(held.Source?.Agency, incoming.Source?.Agency)) findings.Add(new(PartnerFinding.Immutable, "/source/agency"));
        if (held.Status != incoming.Status) findings.Add(new(PartnerFinding.Immutable, "/status"));
        if (findings.Count > 0) throw new PartnerRefusal(PartnerProblem.ImmutableMember, findings);
    }

    private static bool AreSameOrNone(Agency? left, Agency? right) => (left is null && right is null) || Agencies.AreSame(left, right);

    private static async ValueTask<bool> StoreAsync(PartnerCall call, IncomingRecord incoming, long revision, ChangeKind kind)
    {
        RecordWrite write = RecordWrites.Of(incoming.Record, incoming.Content, revision, kind, call.Now);
        if (!await call.Parts.Store.TryCommitAsync(call.Tenant, new StoreCommit { Records = [write], Time = call.Now }, call.Cancelled).ConfigureAwait(false)) return false;
        call.Parts.Signal.Raise();
        (int status, string change) = kind is ChangeKind.Created ? (StatusCodes.Status201Created, "created") : (StatusCodes.Status200OK, "replaced");
        await WrittenAnswer.WriteAsync(call, status, incoming.Record.Id, revision + 1, change, tagged: true, incoming.Warnings).ConfigureAwait(false);
        return true;
    }
}
