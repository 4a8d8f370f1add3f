using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The cancellation of a crime record.</summary>
[JsonConverter(typeof(CrimeCancellationConverter))]
public sealed record CrimeCancellation : RecordPart
{
    /// <summary>The ground, by its code. Source: Home Office Counting Rules, section C.</summary>
    [CriminalAllegation]
    public CrimeCancellationReason? Reason { get; init; }

    /// <summary>When it was cancelled.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Who decided it, such as the force's crime registrar. Source: Home Office Counting Rules, section C.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>What showed that there was no crime, or that it was recorded in error.</summary>
    [CriminalAllegation]
    public string? Explanation { get; init; }
}
