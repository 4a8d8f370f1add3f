using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a record of a search or of the use of force says of the person, without saying who it is.</summary>
[JsonConverter(typeof(SearchedPersonConverter))]
public sealed record SearchedPerson : RecordPart
{
    /// <summary>The gender. Source: data.police.uk, Gender.</summary>
    [Sensitive]
    public Gender? Gender { get; init; }

    /// <summary>The age range. Source: data.police.uk, Age range.</summary>
    [Personal]
    public AgeRange? AgeRange { get; init; }

    /// <summary>The age in years, given or estimated. Source: POLE DS_120.</summary>
    [Personal]
    public int? Age { get; init; }

    /// <summary>The ethnicity as the person defines it. Source: POLE DS_038.</summary>
    [Sensitive]
    public SelfDefinedEthnicity? SelfDefinedEthnicity { get; init; }

    /// <summary>The ethnicity as the officer observed it. Source: POLE DS_112.</summary>
    [Sensitive]
    public ObservedEthnicity? ObservedEthnicity { get; init; }

    /// <summary>What the person looked like, where no name is recorded. Source: PACE Code A, as printed in 2005.</summary>
    [Personal]
    public PhysicalDescription? Description { get; init; }
}
