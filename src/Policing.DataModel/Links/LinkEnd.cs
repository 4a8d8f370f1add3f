using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One end of a link: a record by its id, or a thing in another system by that system's reference.</summary>
[JsonConverter(typeof(LinkEndConverter))]
public sealed record LinkEnd : RecordPart
{
    /// <summary>The record's id.</summary>
    [Operational]
    public RecordId Id { get; init; }

    /// <summary>The reference in another system, where no record id is known.</summary>
    [Operational]
    public ExternalReference? Reference { get; init; }

    /// <summary>The record's type, where it is known, for example <c>crime</c>.</summary>
    [Public]
    public string? Kind { get; init; }
}
