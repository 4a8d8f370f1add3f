using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Whether the record may be relied on. Absent means active.</summary>
[JsonConverter(typeof(RecordStatusConverter))]
public sealed record RecordStatus : RecordPart
{
    /// <summary>Active, retracted, merged, restricted or disposed.</summary>
    [Public]
    public RecordState? State { get; init; }

    /// <summary>Since when.</summary>
    [Public]
    public RecordedTime Since { get; init; }

    /// <summary>The record that this one was merged into.</summary>
    [Operational]
    public RecordId Into { get; init; }

    /// <summary>Why its processing is restricted. Source: DPA 2018 ss.46 and 47.</summary>
    [Operational]
    public RestrictionGround? Ground { get; init; }

    /// <summary>For what a restricted record may still be used.</summary>
    [Operational]
    public ValueList<ProcessingPurpose> PermittedPurposes { get; init; }

    /// <summary>Who may still use a restricted record; empty means no such limit is stated.</summary>
    [Operational]
    public ValueList<Agency> PermittedAgencies { get; init; }

    /// <summary>The reason in words, without personal data.</summary>
    [Operational]
    public string? Reason { get; init; }

    /// <summary>On whose authority it was disposed of.</summary>
    [Operational]
    public string? Authority { get; init; }
}
