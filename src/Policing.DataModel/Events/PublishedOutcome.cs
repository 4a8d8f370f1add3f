using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An outcome as a publication gives it beside the crime.</summary>
[JsonConverter(typeof(PublishedOutcomeConverter))]
public sealed record PublishedOutcome : RecordPart
{
    /// <summary>The category under which data.police.uk publishes it.</summary>
    [CriminalAllegation]
    public OutcomeCategory? Category { get; init; }

    /// <summary>The Home Office outcome.</summary>
    [CriminalAllegation]
    public HomeOfficeOutcome? HomeOffice { get; init; }

    /// <summary>As of when, where the source says.</summary>
    [CriminalAllegation]
    public PartialDateTime AsOf { get; init; }
}
