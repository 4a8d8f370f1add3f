using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>One call: who, why, about what, and which audit entry tells of it.</summary>
internal sealed class PartnerCall(PartnerParts parts, HttpContext http, CallKind kind, Guid correlation)
{
    private const string LinkType = "link";

    private AccessDecision? _permitted;

    public PartnerParts Parts { get; } = parts;

    public HttpContext Http { get; } = http;

    public CallKind Kind { get; } = kind;

    public Guid Correlation { get; } = correlation;

    public PartnerCaller? Known { get; set; }

    public AccessContext? Purpose { get; set; }

    /// <summary>The type of the records that the call is about, for its audit entry.</summary>
    public string? RecordType { get; set; }

    /// <summary>The records that it asks for, for its audit entry.</summary>
    public ValueList<RecordId> Asked { get; set; }

    /// <summary>The entry that was written; none until then.</summary>
    public AuditEntryId Entry { get; set; }

    public PartnerCaller Caller => Known ?? throw PartnerProblem.Unauthenticated.With();

    public AccessContext Context => Purpose ?? throw PartnerProblem.PurposeRequired.With();

    public Agency Agency => Context.Actor.Agency;

    public string Tenant => Caller.Tenant;

    public CancellationToken Cancelled => Http.RequestAborted;

    public DateTimeOffset Now => Parts.Time.GetUtcNow();

    /// <summary>What the call does, before a record is at hand.</summary>
    public AccessRequest Request(AccessOperation operation) => new()
    {
        Context = Purpose,
        Operation = operation,
        RecordType = RecordType,
        Facts = Parts.Facts,
    };

    /// <summary>To see a record: for its controllers it is looked at, for everybody else it is given away. A link without controllers has those of the record it comes from.</summary>
    public async ValueTask<AccessRequest> ReadingAsync(PoliceRecord? record)
    {
        if (record is null) return await ReadingNothingAsync().ConfigureAwait(false);
        PoliceRecord owner = await OwnerAsync(record).ConfigureAwait(false);
        bool own = Agencies.MayWrite(owner, Agency);
        return Inherited(Request(own ? AccessOperation.Consultation : AccessOperation.Disclosure).WithRecord(record), record, owner) with { Recipient = own ? null : Agency };
    }

    // As much work as a record that is there and hidden: it is read, a link's beginning is looked up, and it is given away.
    private async ValueTask<AccessRequest> ReadingNothingAsync()
    {
        AccessRequest request = Request(AccessOperation.Disclosure) with { Recipient = Agency };
        if (RecordType == LinkType && !Asked.IsEmpty) await HeldAsync(Asked[0]).ConfigureAwait(false);
        return Parts.StandIn.Read(RecordType) is { } standIn ? request.WithRecord(standIn) : request;
    }

    /// <summary>To change a record as it is held.</summary>
    public async ValueTask<AccessRequest> ChangingAsync(PoliceRecord record, AccessOperation operation) =>
        Inherited(Request(operation).WithRecord(record), record, await OwnerAsync(record).ConfigureAwait(false));

    /// <summary>Whether the caller's agency controls the record, or processes it for those that do.</summary>
    public async ValueTask<bool> MayWriteAsync(PoliceRecord record) => Agencies.MayWrite(await OwnerAsync(record).ConfigureAwait(false), Agency);

    /// <summary>The record that is held under an id; null where there is none.</summary>
    public async ValueTask<PoliceRecord?> HeldAsync(RecordId id) =>
        id.IsAbsent || id.IsMalformed ? null : (await Parts.Store.FindAsync(Tenant, id, Cancelled).ConfigureAwait(false))?.Read();

    // The store is asked for every link, also where the answer does not matter: how often it was asked must not tell a hidden link from a missing one.
    private async ValueTask<PoliceRecord> OwnerAsync(PoliceRecord record)
    {
        if (record is not Link link) return record;
        PoliceRecord? from = await HeldAsync(link.From?.Id ?? link.Id).ConfigureAwait(false);
        return link.Controllers.IsEmpty && from is not null ? from : record;
    }

    // What a link leaves out is as in the record that it comes from.
    private static AccessRequest Inherited(AccessRequest request, PoliceRecord record, PoliceRecord owner) => ReferenceEquals(record, owner) ? request : request with
    {
        Controllers = owner.Controllers,
        Marking = record.Marking ?? owner.Marking,
        CollectedFor = (record.Collection ?? owner.Collection)?.Purposes ?? default,
    };

    /// <summary>Writes an entry of the call for a decision; refuses with the right problem where it is none that lets the call go on.</summary>
    public async ValueTask WriteDownAsync(AccessDecision decision, AccessRequest request, ValueList<RecordId> records, string? text = null)
    {
        GateResult result = await Parts.Gate.EnterConsideredAsync(decision, request, records, text, Cancelled).ConfigureAwait(false);
        Entry = result.Entry;
        if (!result.IsPermitted) throw ProblemOf(result.Decision.RefusalCode).With();
    }

    /// <summary>
    /// The same for a write. One that begins anew, since somebody else wrote between its look and its write, has its entry already: there is another only where the decision is not the same.
    /// </summary>
    public async ValueTask WriteDownOnceAsync(AccessDecision decision, AccessRequest request, RecordId record)
    {
        if (decision.IsPermitted && _permitted is { } before && before.Obligations == decision.Obligations) return;
        await WriteDownAsync(decision, request, [record]).ConfigureAwait(false);
        _permitted = decision;
    }

    /// <summary>Ends the call as it ends for a record that is not there, with an entry that says what was decided.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="request">What was decided on.</param>
    /// <param name="isThere">Whether there is a record; where there is none the entry says that, and nothing of the stand-in that was decided on.</param>
    public async ValueTask<PartnerRefusal> HiddenAsync(AccessDecision decision, AccessRequest request, bool isThere)
    {
        if (!isThere) request = Request(AccessOperation.Consultation);
        // A refusal in each case, and logged as one.
        if (decision.IsPermitted || (!isThere && !IsWhateverTheRecord(decision.Cause))) decision = AccessDecision.Deny(DecisionCause.Undecided, decision.PolicyHash).WithDetail(PartnerProblem.NotAvailable.Code);
        GateResult result = await Parts.Gate.EnterConsideredAsync(decision, request, Asked, PartnerProblem.NotAvailable.Code, Cancelled).ConfigureAwait(false);
        Entry = result.Entry;
        return (IsWhateverTheRecord(result.Decision.Cause) ? ProblemOf(result.Decision.RefusalCode) : PartnerProblem.NotAvailable).With();
    }

    /// <summary>Whether the caller may see the record; what else hinges on the record is told to nobody who may not.</summary>
    public async ValueTask<bool> MaySeeAsync(PoliceRecord record) => (await ConsiderAsync(await ReadingAsync(record).ConfigureAwait(false)).ConfigureAwait(false)).IsPermitted;

    public ValueTask<AccessDecision> ConsiderAsync(AccessRequest request) => Parts.Gate.ConsiderAsync(request, Cancelled);

    /// <summary>That the agency of the caller is given the record, where it does not control it. Durable before anything is given.</summary>
    public async ValueTask DiscloseAsync(RecordId record, AccessRequest reading)
    {
        if (reading.Operation is AccessOperation.Disclosure) await Parts.Register.AddAsync(Tenant, record, Agency, Cancelled).ConfigureAwait(false);
    }

    public static PartnerProblem ProblemOf(RefusalCode code) => code switch
    {
        RefusalCode.PurposeRequired => PartnerProblem.PurposeRequired,
        RefusalCode.Unavailable => PartnerProblem.Unavailable,
        _ => PartnerProblem.NotPermitted,
    };

    public static bool IsWhateverTheRecord(DecisionCause cause) => cause is DecisionCause.NoContext or DecisionCause.FaultyContext
        or DecisionCause.DecisionUnavailable or DecisionCause.AuditUnavailable;
}
