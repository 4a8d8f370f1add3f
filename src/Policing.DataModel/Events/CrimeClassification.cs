using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>How a crime was classified at a time.</summary>
[JsonConverter(typeof(CrimeClassificationConverter))]
public sealed record CrimeClassification : RecordPart
{
    /// <summary>The category under which data.police.uk publishes it.</summary>
    [CriminalAllegation]
    public CrimeCategory? Category { get; init; }

    /// <summary>The offence group of the national statistics.</summary>
    [CriminalAllegation]
    public OffenceGroup? Group { get; init; }

    /// <summary>The Home Office classification. Source: POLE DS_074.</summary>
    [CriminalAllegation]
    public HomeOfficeClassification HomeOfficeClassification { get; init; }

    /// <summary>The offence code. Source: POLE DS_080.</summary>
    [CriminalAllegation]
    public OffenceCode Offence { get; init; }

    /// <summary>Since when.</summary>
    [Operational]
    public RecordedTime From { get; init; }

    /// <summary>Who decided it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>Why it was changed.</summary>
    [Operational]
    public string? Reason { get; init; }
}
