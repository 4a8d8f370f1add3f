using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics;

/// <summary>
/// One use of data, as rules see it: the context, the operation, and what is known of the data. What is not known counts as the most
/// protective that it could be.
/// </summary>
/// <remarks>Immutable. <c>default</c> has no context and is never permitted. Start with <see cref="About"/> where the record is at hand.</remarks>
public readonly record struct AccessRequest
{
    /// <summary>Why, and who. Null is denied.</summary>
    public AccessContext? Context { get; init; }

    /// <summary>What is done.</summary>
    public AccessOperation Operation { get; init; }

    /// <summary>The type of the records, as on the wire: <c>person</c>. Null is not stated: all that forbids for some type applies.</summary>
    public string? RecordType { get; init; }

    /// <summary>What the people in the data are in the matter.</summary>
    public SubjectCategories Subjects { get; init; }

    /// <summary>The data classes asked for.</summary>
    public RecordClasses Classes { get; init; }

    /// <summary>The protective marking; null is a record without one.</summary>
    public Marking? Marking { get; init; }

    /// <summary>Whom the data is given to; null where it stays with the actor.</summary>
    public Agency? Recipient { get; init; }

    /// <summary>The agencies that control the record.</summary>
    public ValueList<Agency> Controllers { get; init; }

    /// <summary>Whether the record may be relied on, and what a restricted one may be used for.</summary>
    public RecordStatus? Status { get; init; }

    /// <summary>The purposes that the data was collected for.</summary>
    public ValueList<ProcessingPurpose> CollectedFor { get; init; }

    /// <summary>
    /// What the host knows besides, as tokens that its rules use: <c>declared-interest</c>, <c>synthetic</c>. The baseline's are listed in its
    /// documentation. A fact never names a person.
    /// </summary>
    public ValueList<string> Facts { get; init; }

    /// <summary>
    /// When; rules are in force from and to a day. A decision point puts its own clock here. <c>default</c> is not stated: what restricts on some day applies, what
    /// permits on some days only does not.
    /// </summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>A request about a record that is at hand: type, marking, controllers, status and purposes of collection are the record's.</summary>
    /// <exception cref="ArgumentNullException">The context or record is null.</exception>
    public static AccessRequest About(PoliceRecord record, AccessOperation operation, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(context);
        return default(AccessRequest).WithRecord(record) with { Context = context, Operation = operation };
    }

    /// <summary>The same request with what the record says of itself in place of what was said before.</summary>
    /// <exception cref="ArgumentNullException">The record is null.</exception>
    public AccessRequest WithRecord(PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return this with
        {
            RecordType = record.Type,
            Marking = record.Marking,
            Controllers = record.Controllers,
            Status = record.Status,
            CollectedFor = record.Collection?.Purposes ?? default,
        };
    }

    /// <summary>The name of the type; never what is in it.</summary>
    public override string ToString() => nameof(AccessRequest);
}
