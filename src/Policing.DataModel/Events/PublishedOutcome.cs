using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An outcome as a source gives it beside the crime.</summary>
[JsonConverter(typeof(PublishedOutcomeConverter))]
public sealed record PublishedOutcome : RecordPart
{
    /// <summary>The category under which data.police.uk publishes it. Source: data.police.uk, Last outcome category.</summary>
    [CriminalAllegation]
    public OutcomeCategory? Category { get; init; }

    /// <summary>The Home Office outcome. Source: POLE DS_083.</summary>
    [CriminalAllegation]
    public HomeOfficeOutcome? HomeOffice { get; init; }

    /// <summary>As of when, where the source says.</summary>
    [CriminalAllegation]
    public PartialDateTime AsOf { get; init; }
}
