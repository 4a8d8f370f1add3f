using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One execution of a warrant, or an attempt.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(WarrantExecutionConverter))]
public sealed record WarrantExecution : RecordPart
{
    /// <summary>When.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Who led it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>Whether it was executed.</summary>
    [CriminalAllegation]
    public bool? Successful { get; init; }

    /// <summary>Whether force was used to enter.</summary>
    [CriminalAllegation]
    public bool? Forced { get; init; }

    /// <summary>Whether somebody was there.</summary>
    [Personal]
    public bool? OccupantsPresent { get; init; }

    /// <summary>Whether the notice was given or left.</summary>
    [Operational]
    public bool? NoticeLeft { get; init; }

    /// <summary>What came of it.</summary>
    [CriminalAllegation]
    public string? Result { get; init; }
}
