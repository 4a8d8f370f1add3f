using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Why the record is held: the regime, the purposes and the legal basis.</summary>
[JsonConverter(typeof(CollectionBasisConverter))]
public sealed record CollectionBasis : RecordPart
{
    /// <summary>The data-protection regime.</summary>
    [Public]
    public ProcessingRegime? Regime { get; init; }

    /// <summary>The purposes. Source: DPA 2018 s.36.</summary>
    [Public]
    public ValueList<ProcessingPurpose> Purposes { get; init; }

    /// <summary>The lawful basis. Source: DPA 2018 s.35(2).</summary>
    [Public]
    public LawfulBasis? Basis { get; init; }

    /// <summary>The condition for sensitive processing. Source: DPA 2018 Schedule 8.</summary>
    [Public]
    public Schedule8Condition? Condition { get; init; }

    /// <summary>The reference of the appropriate policy document. Source: DPA 2018 s.42.</summary>
    [Operational]
    public string? PolicyDocument { get; init; }
}
