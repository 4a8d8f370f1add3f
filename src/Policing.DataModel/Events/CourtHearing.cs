using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One hearing before a court.</summary>
[JsonConverter(typeof(CourtHearingConverter))]
public sealed record CourtHearing : RecordPart
{
    /// <summary>When.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>The court. Source: CJS data standards, organisation unit.</summary>
    [Public]
    public Agency? Court { get; init; }

    /// <summary>The type of court. Source: bichard7-next-data.</summary>
    [Public]
    public CourtType? CourtType { get; init; }

    /// <summary>The type of hearing. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public HearingType? Kind { get; init; }

    /// <summary>Whether the defendant was there, in person or by a lawyer. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public DefendantPresence? Present { get; init; }

    /// <summary>To when it was adjourned.</summary>
    [CriminalAllegation]
    public PartialDateTime AdjournedTo { get; init; }

    /// <summary>What came of it.</summary>
    [CriminalAllegation]
    public string? Result { get; init; }
}
