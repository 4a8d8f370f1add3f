using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One change of hands, place or seal of an exhibit.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(ContinuityEntryConverter))]
public sealed record ContinuityEntry : RecordPart
{
    /// <summary>When.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>What was done.</summary>
    [Operational]
    public ExhibitMovement? Action { get; init; }

    /// <summary>From which officer.</summary>
    [Officer]
    public OfficerReference? From { get; init; }

    /// <summary>To which officer.</summary>
    [Officer]
    public OfficerReference? To { get; init; }

    /// <summary>Who else gave or took it, such as a laboratory or courier.</summary>
    [Personal]
    public string? OtherParty { get; init; }

    /// <summary>Why.</summary>
    [Operational]
    public string? Reason { get; init; }

    /// <summary>Where.</summary>
    [Operational]
    public string? Place { get; init; }

    /// <summary>The number of the seal that was broken.</summary>
    [Operational]
    public string? SealBefore { get; init; }

    /// <summary>The number of the new seal.</summary>
    [Operational]
    public string? SealAfter { get; init; }
}
