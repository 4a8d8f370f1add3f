using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One name of an organisation.</summary>
[JsonConverter(typeof(OrganisationNameConverter))]
public sealed record OrganisationName : RecordPart
{
    /// <summary>What kind of name it is.</summary>
    [Operational]
    public NameType? Kind { get; init; }

    /// <summary>The name.</summary>
    [Operational]
    public string? Name { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
