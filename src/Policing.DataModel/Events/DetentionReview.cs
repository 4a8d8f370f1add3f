using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One review of detention.</summary>
[JsonConverter(typeof(DetentionReviewConverter))]
public sealed record DetentionReview : RecordPart
{
    /// <summary>When it was made. Source: PACE 1984 s.40.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>When it was due. Source: PACE 1984 s.40.</summary>
    [Operational]
    public PartialDateTime DueAt { get; init; }

    /// <summary>The reviewing officer. Source: PACE 1984 s.40.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>Whether it was made by telephone or video. Source: PACE 1984 s.40A.</summary>
    [Operational]
    public bool? Remote { get; init; }

    /// <summary>Whether the person was asleep. Source: PACE Code C 15.</summary>
    [Personal]
    public bool? Asleep { get; init; }

    /// <summary>What the person or those acting for the person said. Source: PACE 1984 s.40(12).</summary>
    [CriminalAllegation]
    public string? Representations { get; init; }

    /// <summary>Whether detention went on. Source: PACE 1984 s.40.</summary>
    [CriminalAllegation]
    public bool? Continued { get; init; }

    /// <summary>Why. Source: PACE 1984 s.40.</summary>
    [CriminalAllegation]
    public string? Reason { get; init; }
}
