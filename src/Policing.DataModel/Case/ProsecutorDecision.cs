using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One decision of a prosecutor.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(ProsecutorDecisionConverter))]
public sealed record ProsecutorDecision : RecordPart
{
    /// <summary>When.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Who decided.</summary>
    [Personal]
    public string? By { get; init; }

    /// <summary>What was decided.</summary>
    [CriminalAllegation]
    public string? Decision { get; init; }

    /// <summary>For which offences. Source: POLE DS_080.</summary>
    [CriminalAllegation]
    public ValueList<OffenceCode> Offences { get; init; }

    /// <summary>Why.</summary>
    [CriminalAllegation]
    public string? Reason { get; init; }
}
