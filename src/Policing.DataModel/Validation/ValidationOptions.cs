using System.Collections.Frozen;
using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>What a validator goes by. Immutable.</summary>
public sealed record ValidationOptions
{
    /// <summary>The code lists. Default <see cref="ReferenceData.BuiltIn"/>.</summary>
    public IReferenceData ReferenceData { get; init; } = Codes.ReferenceData.BuiltIn;

    /// <summary>Which published schemas records are held to. Default <see cref="SchemaChoice.ByVersion"/>.</summary>
    public SchemaChoice Schema { get; init; }

    /// <summary>
    /// The completeness profiles that the records of a bundle are held to, with their links. Default null: none. For the lines of a file see <see cref="CompletenessCheck"/>.
    /// </summary>
    public CompletenessProfiles? Profiles { get; init; }

    /// <summary>The clock that says what lies in the future. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What is accepted at most.</summary>
    public JsonLimits Limits { get; init; } = JsonLimits.Default;

    /// <summary>
    /// The highest tier that may be read here. A text with a marking above it is refused, unread past that marking, and not kept (<see cref="ReadOptions.Ceiling"/>).
    /// A tier that is not known is above all. Default OFFICIAL, with or without -SENSITIVE; null for no ceiling, where texts are judged and no host takes them in.
    /// </summary>
    public SecurityTier? Ceiling { get; init; } = SecurityTier.Official;

    /// <summary>The owners' URIs of the extensions that the calling program understands. Default none.</summary>
    public IReadOnlySet<string> UnderstoodExtensions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Findings below this severity are left out. Default <see cref="Severity.Information"/>, which leaves out none.</summary>
    public Severity Least { get; init; }
}
