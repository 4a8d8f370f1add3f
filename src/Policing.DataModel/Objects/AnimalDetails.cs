using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What is known of an animal.</summary>
[JsonConverter(typeof(AnimalDetailsConverter))]
public sealed record AnimalDetails : RecordPart
{
    /// <summary>The species.</summary>
    [Personal]
    public string? Species { get; init; }

    /// <summary>The breed or cross.</summary>
    [Personal]
    public string? Breed { get; init; }

    /// <summary>The sex.</summary>
    [Personal]
    public Sex? Sex { get; init; }

    /// <summary>What it is called.</summary>
    [Personal]
    public string? Name { get; init; }

    /// <summary>Its markings.</summary>
    [Personal]
    public string? Markings { get; init; }

    /// <summary>Whether it is or may be dangerous; says nothing of its owner.</summary>
    [Operational]
    public bool? Dangerous { get; init; }

    /// <summary>The type, where the law restricts it. Source: Dangerous Dogs Act 1991, from memory.</summary>
    [CriminalAllegation]
    public string? BannedType { get; init; }
}
