using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A need that must be met for somebody to understand, be understood or take part.</summary>
[JsonConverter(typeof(SupportNeedConverter))]
public sealed record SupportNeed : RecordPart
{
    /// <summary>The kind of need.</summary>
    [VulnerableOrProtected]
    public SupportNeedType? Kind { get; init; }

    /// <summary>What to do about it; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Text { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
