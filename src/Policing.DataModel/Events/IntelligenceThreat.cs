using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One threat that a report speaks to.</summary>
[JsonConverter(typeof(IntelligenceThreatConverter))]
public sealed record IntelligenceThreat : RecordPart
{
    /// <summary>The family of threats. Source: intelligence report practice, as in public programs.</summary>
    [CriminalAllegation]
    public string? Family { get; init; }

    /// <summary>The kind within it. Source: intelligence report practice, as in public programs.</summary>
    [CriminalAllegation]
    public string? Subtype { get; init; }

    /// <summary>The band of priority. Source: intelligence report practice, as in public programs.</summary>
    [Operational]
    public string? Band { get; init; }
}
