using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Ammunition of one kind.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(AmmunitionDetailsConverter))]
public sealed record AmmunitionDetails : RecordPart
{
    /// <summary>What kind.</summary>
    [CriminalAllegation]
    public AmmunitionType? Kind { get; init; }

    /// <summary>The calibre or gauge.</summary>
    [CriminalAllegation]
    public string? Calibre { get; init; }

    /// <summary>How many.</summary>
    [CriminalAllegation]
    public int? Quantity { get; init; }

    /// <summary>Whether it is live.</summary>
    [CriminalAllegation]
    public bool? Live { get; init; }
}
