using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The disposal of the record.</summary>
[JsonConverter(typeof(DisposalConverter))]
public sealed record Disposal : RecordPart
{
    /// <summary>When it is due.</summary>
    [Operational]
    public PartialDateTime Due { get; init; }

    /// <summary>When it was done.</summary>
    [Operational]
    public RecordedTime At { get; init; }

    /// <summary>How.</summary>
    [Operational]
    public DisposalMethod? Method { get; init; }

    /// <summary>On whose authority.</summary>
    [Operational]
    public string? Authority { get; init; }
}
