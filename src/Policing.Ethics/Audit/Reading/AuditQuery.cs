using Policing.DataModel;

namespace Policing.Ethics.Audit;

/// <summary>Which entries are asked for: those for which everything that is stated holds. Nothing stated is all entries.</summary>
public sealed record AuditQuery
{
    /// <summary>The most entries that a query may give: 1,000,000.</summary>
    public const int MostEntries = 1_000_000;

    /// <summary>One entry.</summary>
    public AuditEntryId Entry { get; init; }

    /// <summary>What this person, or system, did.</summary>
    public AccessActor? Actor { get; init; }

    /// <summary>The same by a pseudonym of the log.</summary>
    public string? ActorPseudonym { get; init; }

    /// <summary>What was done with data about this person, by the id of the person's record.</summary>
    public RecordId Subject { get; init; }

    /// <summary>The same by a pseudonym of the log.</summary>
    public string? SubjectPseudonym { get; init; }

    /// <summary>What was done with this record.</summary>
    public RecordId Record { get; init; }

    /// <summary>One operation.</summary>
    public AccessOperation Operation { get; init; }

    /// <summary>From this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The most entries to give, the first ones; 1,000 unless told.</summary>
    public int Most { get; init; } = 1_000;

    /// <summary>The name of the type; never whom it asks about.</summary>
    public override string ToString() => nameof(AuditQuery);
}
