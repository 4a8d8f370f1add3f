using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A date of birth on record.</summary>
[JsonConverter(typeof(BirthDateConverter))]
public sealed record BirthDate : RecordPart
{
    /// <summary>The date, as far as it is known. Source: POLE DS_034.</summary>
    [Personal]
    public PartialDateTime Date { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
