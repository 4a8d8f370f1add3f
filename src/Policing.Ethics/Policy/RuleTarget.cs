using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>
/// Which requests a rule is about. Each part that has entries must fit; an empty part fits everything. This is what rules are found by, so
/// put here what can be put here, and the rest into conditions.
/// </summary>
/// <remarks>
/// Where a request has several of something, or it is not known (<see cref="Subjects"/>, <see cref="Classes"/>, <see cref="Markings"/>), the protective side is taken: a rule
/// that permits fits only if all of it is known and listed; a rule that forbids or obliges fits if any of it is listed or unknown.
/// </remarks>
public sealed record RuleTarget
{
    /// <summary>The operations.</summary>
    public ValueList<AccessOperation> Operations { get; init; }

    /// <summary>The types of record, as on the wire; <c>audit-entry</c> for the log itself; a type of a force's own begins with <c>x-</c>.</summary>
    public ValueList<string> RecordTypes { get; init; }

    /// <summary>What the people in the data are.</summary>
    public SubjectCategories Subjects { get; init; }

    /// <summary>The markings.</summary>
    public ValueList<MarkingLevel> Markings { get; init; }

    /// <summary>The purposes, by code; a purpose of a force's own begins with <c>x-</c>.</summary>
    public ValueList<string> Purposes { get; init; }

    /// <summary>The recipients, as <c>kent</c> or <c>scheme:id</c>. A request without a recipient does not fit.</summary>
    public ValueList<string> Recipients { get; init; }

    /// <summary>The data classes.</summary>
    public RecordClasses Classes { get; init; }
}
