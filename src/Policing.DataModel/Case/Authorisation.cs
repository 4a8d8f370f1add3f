using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A legal authority for something done in an investigation.</summary>
[JsonConverter(typeof(AuthorisationConverter))]
public sealed record Authorisation : RecordPart
{
    /// <summary>What kind of authority, in the words of the source. Source: CASE 1.4, Authorization.</summary>
    [Covert]
    public string? Kind { get; init; }

    /// <summary>Its reference. Source: CASE 1.4, Authorization.</summary>
    [Covert]
    public string? Reference { get; init; }

    /// <summary>The provision under which it was given.</summary>
    [Public]
    public string? Legislation { get; init; }

    /// <summary>Who gave it: rank, office or court.</summary>
    [Covert]
    public string? GrantedBy { get; init; }

    /// <summary>Since when it holds. Source: CASE 1.4, Authorization.</summary>
    [Covert]
    public PartialDateTime From { get; init; }

    /// <summary>Until when it holds. Source: CASE 1.4, Authorization.</summary>
    [Covert]
    public PartialDateTime To { get; init; }
}
