using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One alleged breach of a bail, an order or a condition.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(BreachConverter))]
public sealed record Breach : RecordPart
{
    /// <summary>When.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>The number of the condition.</summary>
    [CriminalAllegation]
    public int? Condition { get; init; }

    /// <summary>What happened; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? Text { get; init; }

    /// <summary>Who reported it.</summary>
    [Officer]
    public OfficerReference? ReportedBy { get; init; }

    /// <summary>What followed.</summary>
    [CriminalAllegation]
    public string? Result { get; init; }
}
