using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What is held of somebody as a suspect or offender in one matter.</summary>
[JsonConverter(typeof(SuspectDetailsConverter))]
public sealed record SuspectDetails : RecordPart
{
    /// <summary>Whether this person has offended before. Source: POLE DS_094.</summary>
    [CriminalAllegation]
    public bool? RepeatOffender { get; init; }

    /// <summary>What the suspicion rests on; says fact or assessment. Source: DPA 2018 s.38(2).</summary>
    [CriminalAllegation]
    public string? SuspectedBecause { get; init; }

    /// <summary>When the person was interviewed.</summary>
    [CriminalAllegation]
    public PartialDateTime InterviewedAt { get; init; }

    /// <summary>Whether the person was eliminated from the matter.</summary>
    [CriminalAllegation]
    public bool? Eliminated { get; init; }

    /// <summary>When that was decided.</summary>
    [CriminalAllegation]
    public PartialDateTime EliminatedAt { get; init; }

    /// <summary>Why it was decided.</summary>
    [CriminalAllegation]
    public string? EliminatedBecause { get; init; }
}
