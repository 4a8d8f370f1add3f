using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A police force or another body, by a scheme and its id in it.</summary>
/// <remarks>Make one of the register with <see cref="PoliceAgencies"/>.</remarks>
[JsonConverter(typeof(AgencyConverter))]
public sealed record Agency : RecordPart
{
    /// <summary>Whose ids these are: <c>police</c> for the register of this SDK, or another scheme, or a URI.</summary>
    [Public]
    public AgencyScheme? Scheme { get; init; }

    /// <summary>The id, for example <c>avon-and-somerset</c>.</summary>
    [Public]
    public string? Id { get; init; }

    /// <summary>What people call it; for display only.</summary>
    [Public]
    public string? Name { get; init; }
}
