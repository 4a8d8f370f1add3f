using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A model or algorithm, by its entry in a register.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(ModelReferenceConverter))]
public sealed record ModelReference : RecordPart
{
    /// <summary>Its id.</summary>
    [Operational]
    public string? Id { get; init; }

    /// <summary>Its name. Source: ATRS 2.4.2.</summary>
    [Operational]
    public string? Name { get; init; }

    /// <summary>Its version. Source: ATRS 2.4.2.</summary>
    [Operational]
    public string? Version { get; init; }

    /// <summary>The address of its public record or model card.</summary>
    [Public]
    public string? Register { get; init; }
}
