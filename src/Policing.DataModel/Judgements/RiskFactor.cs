using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One question of a tool, or one factor weighed.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(RiskFactorConverter))]
public sealed record RiskFactor : RecordPart
{
    /// <summary>The question's number or key in the tool.</summary>
    [Operational]
    public string? Key { get; init; }

    /// <summary>The question or factor.</summary>
    [Operational]
    public string? Question { get; init; }

    /// <summary>The answer.</summary>
    [VulnerableOrProtected]
    public string? Answer { get; init; }

    /// <summary>Whether the factor is there; absent where it is not known.</summary>
    [VulnerableOrProtected]
    public bool? Present { get; init; }

    /// <summary>The weight that the tool gives it.</summary>
    [Operational]
    public decimal? Weight { get; init; }

    /// <summary>What the person or the assessor adds.</summary>
    [VulnerableOrProtected]
    public string? Comment { get; init; }
}
