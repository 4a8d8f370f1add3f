using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A marital status, as stated.</summary>
[JsonConverter(typeof(MaritalStatementConverter))]
public sealed record MaritalStatement : RecordPart
{
    /// <summary>The marital status.</summary>
    [Personal]
    public MaritalStatus? MaritalStatus { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
