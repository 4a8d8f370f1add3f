using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One entry of a detention log. A correction is another entry.</summary>
[JsonConverter(typeof(CustodyLogEntryConverter))]
public sealed record CustodyLogEntry : RecordPart
{
    /// <summary>The place in the log, from 1.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>When it was written.</summary>
    [Operational]
    public RecordedTime At { get; init; }

    /// <summary>Who wrote it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>What happened. Source: PACE Code C.</summary>
    [CriminalAllegation]
    public CustodyEvent? Event { get; init; }

    /// <summary>When it happened, where that is not when it was written.</summary>
    [CriminalAllegation]
    public PartialDateTime HappenedAt { get; init; }

    /// <summary>The entry.</summary>
    [Sensitive]
    public string? Text { get; init; }
}
