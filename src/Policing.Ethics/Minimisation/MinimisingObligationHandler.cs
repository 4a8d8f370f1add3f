using System.Collections.Concurrent;
using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>
/// Carries out <see cref="LeaveOut"/> and <see cref="Redact"/> on a copy of a record: all else is given, so far as the model defines it.
/// Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The copy is that of a <see cref="Minimiser"/>: members that the model does not define are left out, and sensitive members where the context
/// states no <see cref="SensitiveGround"/>. Extensions are personal data. To redact a member is to redact every text below it. A member that no record type has, or that its redactor
/// cannot take, makes it throw, and so the access is refused. The copy's <c>view</c> names the hash of the policy set.
/// </remarks>
public sealed class MinimisingObligationHandler : IRecordObligationHandler
{
    // Sets of obligations come from rules, so they are few; beyond this they are made ready each time.
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<(string Type, string Policy, ValueList<Obligation> Obligations), Minimiser> _kept = new();
    private readonly MinimiserOptions _options;

    /// <summary>A handler with these redactors and limits.</summary>
    public MinimisingObligationHandler(MinimiserOptions? options = null) => _options = options ?? MinimiserOptions.Default;

    /// <summary>Leaving out always; redacting where the redactor is there.</summary>
    public bool Handles(Obligation obligation) => obligation switch
    {
        LeaveOut => true,
        Redact redact => _options.Redactors.TryGet(redact.Redactor, out _),
        _ => false,
    };

    /// <summary>The copy that may be handed over.</summary>
    /// <exception cref="SharingViewException">An obligation cannot be carried out in full.</exception>
    /// <exception cref="MinimisationException">The record is of an unknown type or over a limit.</exception>
    public PoliceRecord Apply(PoliceRecord record, ValueList<Obligation> obligations, AccessDecision decision, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(context);
        if (record is UnknownRecord) throw new MinimisationException(MinimisationFault.NotShared, 0);
        return MinimiserOf(record.Type, decision.PolicyHash, obligations).Minimise(record, SensitiveGround.Of(context));
    }

    private Minimiser MinimiserOf(string type, string policy, ValueList<Obligation> obligations)
    {
        if (_kept.TryGetValue((type, policy, obligations), out Minimiser? kept)) return kept;
        Minimiser made = new(View(type, policy, obligations), _options);
        if (_kept.Count < MostKept) _kept.TryAdd((type, policy, obligations), made);
        return made;
    }

    // The records of a bundle are held to the same obligations as it is.
    private static SharingView View(string type, string policy, ValueList<Obligation> obligations) => new()
    {
        Id = "obligations",
        Version = policy.Length == 0 ? "0" : policy,
        Records = type == "bundle" ? ValueList.From(ModelMembers.Instance.RecordTypes.Select(t => Sharing(t, obligations))) : [Sharing(type, obligations)],
    };

    private static RecordSharing Sharing(string type, ValueList<Obligation> obligations)
    {
        RecordClasses left = obligations.OfType<LeaveOut>().Aggregate(RecordClasses.Unstated, (all, each) => all | each.Classes);
        IEnumerable<Redact> redactions = obligations.OfType<Redact>();
        return new RecordSharing
        {
            Type = type,
            Classes = ValueList.From(ClassesOf(RecordTypeClasses.All & ~left)),
            Except = ValueList.From(obligations.OfType<LeaveOut>().SelectMany(each => each.Members).Where(path => IsOf(type, path))),
            Extensions = (left | redactions.Aggregate(RecordClasses.Unstated, (all, each) => all | each.Classes)).HasFlag(RecordClasses.Personal) ? default : [RecordSharing.AnyExtension],
            Redact = ValueList.From(redactions.SelectMany(each => each.Members.Where(path => IsOf(type, path)).Select(path => new RedactionRule(path, each.Redactor)))),
            RedactClasses = ValueList.From(redactions.SelectMany(each => ClassesOf(each.Classes).Select(c => new ClassRedaction(c, each.Redactor))).Distinct()),
        };
    }

    // A path of another type says nothing of this one; one of no type is a slip of the pen, and the minimiser refuses it.
    private static bool IsOf(string type, string path) =>
        SharePlanner.Has(type, path) || !ModelMembers.Instance.RecordTypes.Any(other => SharePlanner.Has(other, path));

    private static IEnumerable<DataClassification> ClassesOf(RecordClasses classes)
    {
        foreach (RecordClasses one in Enum.GetValues<RecordClasses>())
            if (one != RecordClasses.Unstated && classes.HasFlag(one)) yield return ModelMembers.ClassOf(PolicyNames.Of(PolicyNames.Classes, one))!.Value;
    }
}
