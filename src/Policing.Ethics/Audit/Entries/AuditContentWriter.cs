using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics.Audit;

/// <summary>Makes core and details of entries, docs/audit-format.md. Members are written in the order of their names. Thread-safe.</summary>
internal sealed class AuditContentWriter(AuditPseudonyms pseudonyms)
{
    /// <summary>The most bytes of a part: 1 MiB. What is longer is refused, and so is the access.</summary>
    public const int MostPartBytes = 1024 * 1024;

    [ThreadStatic]
    private static CanonicalWriter? t_writer;

    /// <summary>The content of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="clockWentBack">Whether its time is before what the log has seen.</param>
    /// <param name="erasure">What was erased; null but for an erasure.</param>
    /// <param name="rotation">Which keys were exchanged; null but for an exchange.</param>
    public AuditContent Content(AuditEntry entry, bool clockWentBack, ErasureNote? erasure = null, KeyRotation? rotation = null)
    {
        Guid id = RandomReserve.Own.NewId(entry.Time);
        CanonicalWriter writer = t_writer ??= new();
        try
        {
            WriteCore(writer, id, entry, clockWentBack, erasure, rotation);
            byte[] core = writer.ToArray();
            writer.Clear();
            WriteDetails(writer, entry, erasure);
            byte[] details = writer.ToArray();
            if (core.Length > MostPartBytes || details.Length > MostPartBytes) throw new AuditLogException(AuditLogFault.TooLong);
            return AuditContent.Of(id, core, details);
        }
        finally
        {
            writer.Clear();
        }
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private void WriteCore(CanonicalWriter writer, Guid id, AuditEntry entry, bool clockWentBack, ErasureNote? erasure, KeyRotation? rotation)
    {
        AccessContext? context = entry.Context;
        AccessActor? actor = ActorOf(context);
        AccessDecision? decision = entry.Decision;
        writer.Open();
        writer.Text("actor"u8, actor is null ? null : pseudonyms.OfActor(actor));
        WriteAgency(writer, "agency"u8, actor?.Agency);
        writer.Text("approver"u8, erasure is null ? null : pseudonyms.OfActor(erasure.ApprovedBy));
        writer.Text("basis"u8, context?.Basis?.OwnCode);
        writer.Text("cause"u8, decision is null ? null : AuditNames.Causes.Of(decision.Cause));
        writer.Flag("clockWentBack"u8, clockWentBack);
        if (context is not null) writer.Text("correlation"u8, context.Correlation);
        writer.Flag("emergency"u8, decision?.IsEmergency == true);
        if (erasure is not null) writer.Texts("erased"u8, ValueList.From(erasure.Ranges), 0, static (range, _) => range.ToString());
        writer.Text("finding"u8, entry.Finding == ReviewFinding.Undecided ? null : AuditNames.Findings.Of(entry.Finding));
        writer.Text("id"u8, id);
        writer.Text("keyFrom"u8, rotation?.From.ToString());
        writer.Text("keyTo"u8, rotation?.To.ToString());
        writer.Text("kind"u8, AuditNames.Kinds.Of(entry.Kind));
        writer.Text("operation"u8, entry.Operation == AccessOperation.Unstated ? null : PolicyNames.Operations.Of(entry.Operation));
        writer.Text("outcome"u8, decision is null ? null : AuditNames.Outcomes.Of(decision.Outcome));
        writer.Text("policy"u8, entry.PolicyHash.Length == 0 ? null : entry.PolicyHash);
        writer.Text("purpose"u8, context?.Purpose?.OwnCode);
        WriteAgency(writer, "recipient"u8, entry.Recipient);
        writer.Text("recordType"u8, entry.RecordType);
        writer.Texts("records"u8, entry.Records, pseudonyms, static (id, all) => all.OfRecord(id));
        writer.Text("retention"u8, erasure?.Retention.ToString("c", CultureInfo.InvariantCulture));
        if (entry.Reviewed is { } reviewed) writer.Text("reviewed"u8, reviewed);
        if (decision is not null) writer.Texts("rules"u8, decision.Rules, pseudonyms, static (rule, _) => rule);
        writer.Text("shadow"u8, decision?.Shadow is { } shadow ? AuditNames.Outcomes.Of(shadow.Outcome) : null);
        writer.Texts("subjects"u8, entry.Subjects, pseudonyms, static (id, all) => all.OfSubject(id));
        writer.Text("time"u8, entry.Time);
        writer.Flag("unenforced"u8, decision?.IsUnenforced == true);
        writer.Text("use"u8, entry.Use is { } use ? AuditNames.Uses.Of(use) : null);
        writer.Close();
    }

    // A faulty context may lack what its type says it has; the refusal is written down all the same.
    private static AccessActor? ActorOf(AccessContext? context) => context?.Actor is { Agency: not null } actor ? actor : null;

    private static void WriteAgency(CanonicalWriter writer, ReadOnlySpan<byte> name, Agency? agency)
    {
        if (agency is null) return;
        writer.Name(name);
        writer.Open();
        writer.Text("id"u8, agency.Id);
        writer.Text("scheme"u8, agency.Scheme?.OwnCode);
        writer.Close();
    }

    private static void WriteDetails(CanonicalWriter writer, AuditEntry entry, ErasureNote? erasure)
    {
        AccessContext? context = entry.Context;
        writer.Open();
        WriteActor(writer, "actor"u8, context?.Actor);
        WriteActor(writer, "approver"u8, erasure?.ApprovedBy);
        writer.Text("case"u8, context?.CaseReference);
        writer.Text("emergency"u8, context?.Emergency);
        writer.Text("justification"u8, context?.Justification);
        WriteActor(writer, "onBehalfOf"u8, context?.OnBehalfOf);
        writer.Text("place"u8, context?.Place);
        writer.Text("reason"u8, entry.Decision?.AuditReason);
        writer.Text("reasonCode"u8, context?.ReasonCode);
        WriteSensitive(writer, context?.Sensitive);
        writer.Text("session"u8, context?.Session);
        writer.Text("text"u8, entry.Text);
        writer.Close();
    }

    private static void WriteActor(CanonicalWriter writer, ReadOnlySpan<byte> name, AccessActor? actor)
    {
        if (actor is null) return;
        writer.Name(name);
        writer.Open();
        WriteAgency(writer, "agency"u8, actor.Agency);
        writer.Text("person"u8, actor.Person);
        writer.Texts("roles"u8, actor.Roles, 0, static (role, _) => role);
        writer.Text("system"u8, actor.System);
        writer.Close();
    }

    private static void WriteSensitive(CanonicalWriter writer, SensitiveProcessing? sensitive)
    {
        if (sensitive is null) return;
        writer.Name("sensitive"u8);
        writer.Open();
        writer.Text("condition"u8, sensitive.Condition?.OwnCode);
        writer.Text("policyDocument"u8, sensitive.PolicyDocument);
        writer.Text("strictNecessity"u8, sensitive.StrictNecessity);
        writer.Close();
    }
}
