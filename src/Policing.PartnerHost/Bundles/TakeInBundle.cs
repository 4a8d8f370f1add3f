using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>Takes bundles in, whole or not at all, once for each id and content; and gives their receipts to who sent them.</summary>
internal static class TakeInBundle
{
    private const int MostTries = 8;
    private const int DigestCharacters = 44;

    public static CallKind Kind { get; } = new("bundles.submit", AccessOperation.Collection);

    public static CallKind ReceiptKind { get; } = new("bundles.submit", AccessOperation.Consultation);

    public static async Task AnswerAsync(PartnerCall call)
    {
        call.RecordType = "bundle";
        ReadOnlyMemory<byte> body = await RequestBody.ReadAsync(call, call.Parts.Options.Limits.BundleBytes).ConfigureAwait(false);
        byte[] digest = SHA256.HashData(body.Span);
        RequireDigest(call.Http.Request, digest);
        IncomingRecord incoming = IncomingRecord.Read(body.Span, call.Parts.Validator);
        if (incoming.Record is not Bundle bundle) throw PartnerProblem.InvalidRecord.With(new PartnerFinding(PartnerFinding.WrongForm, "/type"));
        call.Asked = [bundle.Id];
        RequireForThisHost(call, bundle);
        foreach (PoliceRecord record in bundle.Records) IncomingRecord.RequireWhole(record);
        using IDisposable held = call.Parts.Running.Hold(call, Key(bundle.Id));
        for (int tries = 0; tries < MostTries; tries++)
            if (await TryAsync(call, bundle, Convert.ToHexStringLower(digest)).ConfigureAwait(false)) return;
        throw PartnerProblem.Unavailable.With();
    }

    public static async Task AnswerReceiptAsync(PartnerCall call)
    {
        call.RecordType = "receipt";
        RecordId bundle = RecordAddress.IdOf(call);
        KeyedOutcome? outcome = await call.Parts.Store.FindOutcomeAsync(call.Tenant, call.Caller.Client, Key(bundle), call.Cancelled).ConfigureAwait(false);
        StoredRecord? receipt = outcome is null ? null : await call.Parts.Store.FindAsync(call.Tenant, outcome.Resource, call.Cancelled).ConfigureAwait(false);
        await AnswerWithReceiptAsync(call, receipt, StatusCodes.Status200OK).ConfigureAwait(false);
    }

    private static string Key(RecordId bundle) => "bundle:" + bundle.Uuid.ToString("D");

    // RFC 9530 2.
    private static void RequireDigest(HttpRequest request, byte[] digest)
    {
        StringValues values = request.Headers["Content-Digest"];
        if (values.Count == 0) return;
        if (values is not [{ Length: DigestCharacters + 10 } text] || text != $"sha-256=:{Convert.ToBase64String(digest)}:") throw PartnerProblem.MalformedRequest.With();
    }

    private static void RequireForThisHost(PartnerCall call, Bundle bundle)
    {
        List<PartnerFinding> findings = [];
        if (bundle.Kind != BundleKind.Submission && bundle.Kind != BundleKind.Message) findings.Add(new(PartnerFinding.NotForThisHost, "/kind"));
        OperationalStatus? wrong = call.Parts.Options.Environment is PartnerEnvironment.Live ? OperationalStatus.Test : OperationalStatus.Actual;
        if (bundle.OperationalStatus == wrong) findings.Add(new(PartnerFinding.NotForThisHost, "/operationalStatus"));
        if (!Agencies.Contains(bundle.Recipients, call.Parts.Options.Agency!)) findings.Add(new(PartnerFinding.NotForThisHost, "/recipients"));
        if (findings.Count > 0) throw new PartnerRefusal(PartnerProblem.InvalidRecord, findings);
        // Nobody sends for somebody else.
        if (!Agencies.AreSame(bundle.Sender, call.Agency)) throw PartnerProblem.NotPermitted.With(new PartnerFinding(PartnerFinding.WrongForm, "/sender"));
    }

    private static async ValueTask<bool> TryAsync(PartnerCall call, Bundle bundle, string digest)
    {
        if (await call.Parts.Store.FindOutcomeAsync(call.Tenant, call.Caller.Client, Key(bundle.Id), call.Cancelled).ConfigureAwait(false) is { } before)
        {
            if (before.Digest != digest) throw PartnerProblem.BundleConflict.With();
            await DecideAsync(call, bundle).ConfigureAwait(false);
            StoredRecord? receipt = await call.Parts.Store.FindAsync(call.Tenant, before.Resource, call.Cancelled).ConfigureAwait(false);
            await WriteReceiptAsync(call, bundle.Id, receipt?.Content ?? throw PartnerProblem.Unavailable.With()).ConfigureAwait(false);
            return true;
        }
        await DecideAsync(call, bundle).ConfigureAwait(false);
        return await StoreAsync(call, bundle, digest).ConfigureAwait(false);
    }

    /// <summary>Every record is decided on as if it came alone; one that may not be taken in keeps out all. One entry names them all.</summary>
    private static async ValueTask DecideAsync(PartnerCall call, Bundle bundle)
    {
        if (!call.Entry.IsNone) return;
        AccessRequest whole = call.Request(AccessOperation.Collection).WithRecord(bundle);
        AccessDecision decision = await call.ConsiderAsync(whole).ConfigureAwait(false);
        foreach (PoliceRecord record in (PoliceRecord[])[.. bundle.Records])
        {
            if (!decision.IsPermitted) break;
            AccessDecision its = await call.ConsiderAsync(await call.ChangingAsync(record, AccessOperation.Collection).ConfigureAwait(false)).ConfigureAwait(false);
            if (!its.IsPermitted) decision = its;
        }
        RecordId[] ids = [bundle.Id, .. bundle.Records.Select(record => record.Id)];
        await call.WriteDownAsync(decision, whole, ValueList.Create<RecordId>(ids), "bundle").ConfigureAwait(false);
    }

    private static async ValueTask<bool> StoreAsync(PartnerCall call, Bundle bundle, string digest)
    {
        DateTimeOffset now = call.Now;
        List<RecordWrite> writes = [];
        List<RecordId> refused = [];
        foreach (PoliceRecord record in (PoliceRecord[])[.. bundle.Records])
        {
            StoredRecord? held = await call.Parts.Store.FindAsync(call.Tenant, record.Id, call.Cancelled).ConfigureAwait(false);
            if (held is null && RecordTypes.IsKnown(record.Type)) writes.Add(RecordWrites.Of(record, 0, ChangeKind.Created, now));
            else if (held is not null && await ReplacesAsync(call, held, record).ConfigureAwait(false) is { } replaces)
            {
                if (replaces) writes.Add(RecordWrites.Of(record, held.Revision, ChangeKind.Replaced, now));
            }
            else refused.Add(record.Id);
        }
        Receipt receipt = ReceiptOf(call, bundle, refused, now);
        RecordWrite kept = RecordWrites.Of(receipt, 0, ChangeKind.Created, now) with { Announced = false };
        KeyedOutcome outcome = new()
        {
            Client = call.Caller.Client,
            Key = Key(bundle.Id),
            Digest = digest,
            Status = StatusCodes.Status202Accepted,
            Resource = receipt.Id,
        };
        if (refused.Count > 0) writes.Clear();
        StoreCommit commit = new() { Records = ValueList.From(writes.Append(kept)), Outcome = outcome, Time = now };
        if (!await call.Parts.Store.TryCommitAsync(call.Tenant, commit, call.Cancelled).ConfigureAwait(false)) return false;
        call.Parts.Signal.Raise();
        await WriteReceiptAsync(call, bundle.Id, kept.Record.Content).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Whether the record of a bundle takes the place of the one that is held: true; false where it is the same already; null where it may not. Which of the reasons it
    /// is, the receipt does not tell, since it would tell of the record that is held.
    /// </summary>
    private static async ValueTask<bool?> ReplacesAsync(PartnerCall call, StoredRecord stored, PoliceRecord record)
    {
        if (stored.Content.Span.SequenceEqual(PoliceJson.Write(record))) return false;
        PoliceRecord held = stored.Read();
        bool may = stored.Type == record.Type && await call.MayWriteAsync(held).ConfigureAwait(false) && await call.MaySeeAsync(held).ConfigureAwait(false)
            && Agencies.AreSame(held.Controllers, record.Controllers) && held.Status == record.Status && record.Version?.Number > (held.Version?.Number ?? 0);
        return may ? true : null;
    }

    private static Receipt ReceiptOf(PartnerCall call, Bundle bundle, List<RecordId> refused, DateTimeOffset now) => new()
    {
        Id = RecordId.New(call.Parts.Time),
        Bundle = bundle.Id,
        State = refused.Count == 0 ? ReceiptStatus.Accepted : ReceiptStatus.Rejected,
        At = RecordedTime.From(now),
        From = call.Parts.Options.Agency,
        To = bundle.Sender,
        OperationalStatus = bundle.OperationalStatus,
        Correlation = bundle.Message?.Correlation,
        Reason = refused.Count == 0 ? null : "Records are held already and are not the sender's to replace, or not with this version. Nothing was taken in.",
        Records = ValueList.From(refused.Select(id => new ReceiptEntry
        {
            Record = id,
            Findings = [new ReceiptFinding { Rule = PartnerFinding.NotTakenIn, Severity = FindingSeverity.Error, Pointer = "" }],
        })),
    };

    private static Task WriteReceiptAsync(PartnerCall call, RecordId bundle, ReadOnlyMemory<byte> receipt)
    {
        call.Http.Response.Headers.Location = $"{call.Http.Request.PathBase}/v1/bundles/{bundle.Uuid:D}/receipt";
        return JsonAnswer.WriteAsync(call.Http, StatusCodes.Status202Accepted, receipt);
    }

    private static async Task AnswerWithReceiptAsync(PartnerCall call, StoredRecord? receipt, int status)
    {
        AccessRequest request = receipt is null ? call.Request(AccessOperation.Consultation) : call.Request(AccessOperation.Consultation).WithRecord(receipt.Read());
        AccessDecision decision = await call.ConsiderAsync(request).ConfigureAwait(false);
        if (receipt is null || !decision.IsPermitted) throw await call.HiddenAsync(decision, request, receipt is not null).ConfigureAwait(false);
        await call.WriteDownAsync(decision, request, call.Asked, "receipt").ConfigureAwait(false);
        await JsonAnswer.WriteAsync(call.Http, status, receipt.Content).ConfigureAwait(false);
    }
}
