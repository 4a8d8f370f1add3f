using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A mark by which somebody may be recognised.</summary>
[JsonConverter(typeof(DistinguishingFeatureConverter))]
public sealed record DistinguishingFeature : RecordPart
{
    /// <summary>What kind of feature. Source: POLE DS_043.</summary>
    [Personal]
    public FeatureType? Kind { get; init; }

    /// <summary>Where on the body; left and right are the person's own.</summary>
    [Personal]
    public BodyPart? BodyPart { get; init; }

    /// <summary>What it looks like or says.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
