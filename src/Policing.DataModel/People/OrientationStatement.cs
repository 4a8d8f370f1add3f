using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A sexual orientation, as stated.</summary>
[JsonConverter(typeof(OrientationStatementConverter))]
public sealed record OrientationStatement : RecordPart
{
    /// <summary>The sexual orientation. Source: hmpps-person-record, SexualOrientation.</summary>
    [Sensitive]
    public SexualOrientation? Orientation { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
