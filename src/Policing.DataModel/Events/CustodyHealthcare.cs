using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One visit of a healthcare professional to a detained person.</summary>
[JsonConverter(typeof(CustodyHealthcareConverter))]
public sealed record CustodyHealthcare : RecordPart
{
    /// <summary>When one was called. Source: PACE Code C 9.</summary>
    [Sensitive]
    public PartialDateTime CalledAt { get; init; }

    /// <summary>When one came. Source: PACE Code C 9.</summary>
    [Sensitive]
    public PartialDateTime ArrivedAt { get; init; }

    /// <summary>Who came: name or profession.</summary>
    [Personal]
    public string? By { get; init; }

    /// <summary>Whether the person may be detained. Source: PACE Code C 9.</summary>
    [Sensitive]
    public bool? FitToDetain { get; init; }

    /// <summary>Whether the person may be interviewed. Source: PACE Code C Annex G.</summary>
    [Sensitive]
    public bool? FitToInterview { get; init; }

    /// <summary>What was advised, as far as custody staff must know. Source: PACE Code C 9.</summary>
    [Sensitive]
    public string? Advice { get; init; }
}
