using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One extension of detention.</summary>
[JsonConverter(typeof(DetentionExtensionConverter))]
public sealed record DetentionExtension : RecordPart
{
    /// <summary>By a superintendent, or by a court's warrant. Source: PACE 1984 ss.42 to 44.</summary>
    [CriminalAllegation]
    public DetentionExtensionKind? Kind { get; init; }

    /// <summary>When it was given. Source: PACE 1984 ss.42 to 44.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Until when. Source: PACE 1984 ss.42 to 44.</summary>
    [CriminalAllegation]
    public PartialDateTime Until { get; init; }

    /// <summary>The officer who gave it. Source: PACE 1984 s.42.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>The court that gave it. Source: PACE 1984 ss.43 and 44.</summary>
    [Public]
    public Agency? Court { get; init; }

    /// <summary>Why. Source: PACE 1984 ss.42 to 44.</summary>
    [CriminalAllegation]
    public string? Grounds { get; init; }

    /// <summary>Whether it was refused. Source: PACE 1984 ss.42 to 44.</summary>
    [CriminalAllegation]
    public bool? Refused { get; init; }
}
