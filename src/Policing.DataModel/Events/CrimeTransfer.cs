using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The transfer of a crime to another force or body.</summary>
[JsonConverter(typeof(CrimeTransferConverter))]
public sealed record CrimeTransfer : RecordPart
{
    /// <summary>Who takes it over.</summary>
    [Operational]
    public Agency? To { get; init; }

    /// <summary>When it was offered.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Whether it was taken over.</summary>
    [Operational]
    public bool? Accepted { get; init; }

    /// <summary>When that was decided.</summary>
    [CriminalAllegation]
    public PartialDateTime AcceptedAt { get; init; }

    /// <summary>Its reference there.</summary>
    [Operational]
    public string? Reference { get; init; }

    /// <summary>Why it belongs there.</summary>
    [CriminalAllegation]
    public string? Reason { get; init; }
}
