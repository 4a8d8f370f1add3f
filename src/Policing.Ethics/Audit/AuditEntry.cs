using Policing.DataModel;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>
/// What an audit log keeps of an access. A log keeps <see cref="Context"/>, <see cref="Text"/> and the decision's reason as details that can be erased one day; all
/// else is its core. Record ids are kept as keyed digests.
/// </summary>
/// <remarks>Immutable. It holds an officer's data, and words that may name others.</remarks>
public sealed record AuditEntry
{
    /// <summary>What it is about.</summary>
    public AuditEntryKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who and why. The words of justification are there only if a rule asks to keep them (<see cref="LogReason"/>).</summary>
    public AccessContext? Context { get; init; }

    /// <summary>What was done.</summary>
    public AccessOperation Operation { get; init; }

    /// <summary>The type of the records.</summary>
    public string? RecordType { get; init; }

    /// <summary>The records that were handed over or asked for, where they are known.</summary>
    public ValueList<RecordId> Records { get; init; }

    /// <summary>The records of the people that the use was about, where they are known. A log keeps pseudonyms of them, by which it is searched.</summary>
    public ValueList<RecordId> Subjects { get; init; }

    /// <summary>Whom the data was given to.</summary>
    public Agency? Recipient { get; init; }

    /// <summary>What was decided; null where the entry is about something else.</summary>
    public AccessDecision? Decision { get; init; }

    /// <summary>The hash of the policy; of a loaded set its own.</summary>
    public string PolicyHash { get; init; } = "";

    /// <summary>The use that was reviewed, by its correlation.</summary>
    public Guid? Reviewed { get; init; }

    /// <summary>What the second person found.</summary>
    public ReviewFinding Finding { get; init; }

    /// <summary>Of a reading of the log: what for. Null for all else.</summary>
    public AuditUse? Use { get; init; }

    /// <summary>What there is to say in words: id, version and switched-off rules of a loaded set, the words of a review.</summary>
    public string? Text { get; init; }

    /// <summary>The kind; never what is in it.</summary>
    public override string ToString() => $"{nameof(AuditEntry)} {Kind}";
}
