using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An ethnicity on record; what the person says and what an officer observed are kept apart.</summary>
[JsonConverter(typeof(EthnicityConverter))]
public sealed record Ethnicity : RecordPart
{
    /// <summary>As the person defines it. Source: POLE DS_038.</summary>
    [Sensitive]
    public SelfDefinedEthnicity? SelfDefined { get; init; }

    /// <summary>As an officer observed it. Source: POLE DS_112.</summary>
    [Sensitive]
    public ObservedEthnicity? OfficerDefined { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
