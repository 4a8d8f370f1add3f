using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An occupation on record.</summary>
[JsonConverter(typeof(OccupationConverter))]
public sealed record Occupation : RecordPart
{
    /// <summary>What the person does.</summary>
    [Personal]
    public string? Title { get; init; }

    /// <summary>Whether employed, studying, retired or else.</summary>
    [Personal]
    public EmploymentStatus? EmploymentStatus { get; init; }

    /// <summary>For whom, as stated.</summary>
    [Personal]
    public string? Employer { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
