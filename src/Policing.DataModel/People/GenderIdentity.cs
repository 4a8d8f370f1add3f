using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A gender on record.</summary>
[JsonConverter(typeof(GenderIdentityConverter))]
public sealed record GenderIdentity : RecordPart
{
    /// <summary>The gender. Source: POLE DS_037.</summary>
    [Sensitive]
    public Gender? Gender { get; init; }

    /// <summary>In the person's own words.</summary>
    [Sensitive]
    public string? SelfDescribed { get; init; }

    /// <summary>Whether it is the same as the sex registered at birth.</summary>
    [Sensitive]
    public bool? SameAsBirth { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
