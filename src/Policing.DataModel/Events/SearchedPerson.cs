using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a stop-and-search record says of the person searched, without saying who it is.</summary>
[JsonConverter(typeof(SearchedPersonConverter))]
public sealed record SearchedPerson : RecordPart
{
    /// <summary>The gender.</summary>
    [Sensitive]
    public Gender? Gender { get; init; }

    /// <summary>The age range.</summary>
    [Personal]
    public AgeRange? AgeRange { get; init; }

    /// <summary>The ethnicity as the person defines it. Source: PACE Code A 4.3.</summary>
    [Sensitive]
    public SelfDefinedEthnicity? SelfDefinedEthnicity { get; init; }

    /// <summary>The ethnicity as the officer observed it.</summary>
    [Sensitive]
    public ObservedEthnicity? ObservedEthnicity { get; init; }
}
