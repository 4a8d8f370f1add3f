using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An identifier of an organisation in another register.</summary>
[JsonConverter(typeof(OrganisationIdentifierConverter))]
public sealed record OrganisationIdentifier : RecordPart
{
    /// <summary>Which identifier.</summary>
    [Operational]
    public OrganisationIdentifierType? Kind { get; init; }

    /// <summary>The identifier as written.</summary>
    [Operational]
    public string? Value { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
