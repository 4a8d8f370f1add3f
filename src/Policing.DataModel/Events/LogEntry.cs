using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One entry of a running log. A correction is another entry.</summary>
[JsonConverter(typeof(LogEntryConverter))]
public sealed record LogEntry : RecordPart
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

    /// <summary>The kind of entry, in the words of the source.</summary>
    [Operational]
    public string? Kind { get; init; }

    /// <summary>The entry.</summary>
    [CriminalAllegation]
    public string? Text { get; init; }
}
