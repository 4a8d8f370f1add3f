using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One tactic used.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(ForceTacticUseConverter))]
public sealed record ForceTacticUse : RecordPart
{
    /// <summary>What was used. Source: use of force form.</summary>
    [Personal]
    public UseOfForceTactic? Kind { get; init; }

    /// <summary>Its place in the order, from 1.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>Whether it worked. Source: use of force form.</summary>
    [Personal]
    public bool? Effective { get; init; }
}
