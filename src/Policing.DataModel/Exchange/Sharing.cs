using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Under what a bundle is shared.</summary>
[JsonConverter(typeof(SharingConverter))]
public sealed record Sharing : RecordPart
{
    /// <summary>The sharing agreement's reference.</summary>
    [Operational]
    public string? Agreement { get; init; }

    /// <summary>The purpose. Source: DPA 2018 s.36.</summary>
    [Operational]
    public ProcessingPurpose? Purpose { get; init; }
}
