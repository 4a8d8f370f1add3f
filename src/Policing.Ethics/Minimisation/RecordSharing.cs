using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel;

namespace Policing.Ethics.Minimisation;

/// <summary>
/// What a view gives of one record type: what <see cref="Members"/> list and what has one of <see cref="Classes"/>, without <see cref="Except"/>, some of it
/// redacted. Immutable; equality is by content. Thread-safe.
/// </summary>
/// <remarks>
/// A member is named by its path from the record, <c>names/surname</c>; lists are passed through without a place. Sensitive members also need a
/// <see cref="SensitiveGround"/> each time. Members that the model does not define are never given.
/// </remarks>
public sealed record RecordSharing
{
    /// <summary>The type that stands for every one that the view does not list.</summary>
    public const string AnyType = "*";

    /// <summary>Stands for the URI of every extension.</summary>
    public const string AnyExtension = "*";

    /// <summary>The record type, such as <c>person</c>, or <see cref="AnyType"/>, whose paths can only be of members that every record has.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// Data classes of the model. A member is given when it and all that it lies in have one of them. Not extensions: those are named.
    /// </summary>
    public ValueList<DataClassification> Classes { get; init; }

    /// <summary>
    /// Paths of members. One that has members of its own is given with all that lies below it, covert members aside, which have to be named
    /// themselves or lie in a covert one.
    /// </summary>
    public ValueList<string> Members { get; init; }

    /// <summary>Paths of members that are left out with all below them, whatever else gives them.</summary>
    public ValueList<string> Except { get; init; }

    /// <summary>The URIs of the extensions that are given, with their data whole; <see cref="AnyExtension"/> for every one.</summary>
    public ValueList<string> Extensions { get; init; }

    /// <summary>Members that are given in redacted form.</summary>
    public ValueList<RedactionRule> Redact { get; init; }

    /// <summary>
    /// Data classes whose members, where they are given, are given in redacted form. Of a member that is no text nothing is left. A rule for the
    /// member itself goes first.
    /// </summary>
    public ValueList<ClassRedaction> RedactClasses { get; init; }
}
