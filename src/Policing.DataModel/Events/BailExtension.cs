using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One extension of bail before charge.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(BailExtensionConverter))]
public sealed record BailExtension : RecordPart
{
    /// <summary>When it was given.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Until when.</summary>
    [CriminalAllegation]
    public PartialDateTime Until { get; init; }

    /// <summary>The officer who gave it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>The court that gave it.</summary>
    [Public]
    public Agency? Court { get; init; }

    /// <summary>Why.</summary>
    [CriminalAllegation]
    public string? Reason { get; init; }

    /// <summary>What the person or those acting for the person said.</summary>
    [CriminalAllegation]
    public string? Representations { get; init; }
}
