using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An identifier of a person in another register.</summary>
[JsonConverter(typeof(PersonIdentifierConverter))]
public sealed record PersonIdentifier : RecordPart
{
    /// <summary>Which identifier.</summary>
    [Personal]
    public PersonIdentifierType? Kind { get; init; }

    /// <summary>The identifier as written.</summary>
    [Personal]
    public string? Value { get; init; }

    /// <summary>The issuing country, ISO 3166-1 alpha-3. Source: POLE DS_004.</summary>
    [Personal]
    public string? Country { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
