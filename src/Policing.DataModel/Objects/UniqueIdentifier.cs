using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A number or mark that singles out a thing.</summary>
[JsonConverter(typeof(UniqueIdentifierConverter))]
public sealed record UniqueIdentifier : RecordPart
{
    /// <summary>Which number or mark. Source: POLE DS_099.</summary>
    [Personal]
    public UniqueIdentifierType? Kind { get; init; }

    /// <summary>As written; a rule checks its form by its kind. Source: POLE DS_100.</summary>
    [Personal]
    public string? Value { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
