using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A warning or a need that those who meet the person or come to the place must know.</summary>
[JsonConverter(typeof(MarkerConverter))]
public sealed record Marker : RecordPart
{
    /// <summary>The kind of marker.</summary>
    [VulnerableOrProtected]
    public MarkerType? Kind { get; init; }

    /// <summary>What to know, as fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Text { get; init; }

    /// <summary>When it is to be reviewed; a marker without a review is to be doubted.</summary>
    [Operational]
    public PartialDateTime ReviewDue { get; init; }

    /// <summary>Who set it and when.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
