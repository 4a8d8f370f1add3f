using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What is known of a controlled drug, or of what is taken for one. How much there is, stands with the property.</summary>
[JsonConverter(typeof(DrugDetailsConverter))]
public sealed record DrugDetails : RecordPart
{
    /// <summary>The class. Source: Misuse of Drugs Act 1971, from memory.</summary>
    [CriminalAllegation]
    public DrugClass? DrugClass { get; init; }

    /// <summary>The substance, by its name.</summary>
    [CriminalAllegation]
    public string? Substance { get; init; }

    /// <summary>In what form it is.</summary>
    [CriminalAllegation]
    public DrugForm? Form { get; init; }

    /// <summary>The schedule. Source: Misuse of Drugs Regulations 2001, from memory.</summary>
    [CriminalAllegation]
    public DrugSchedule? Schedule { get; init; }

    /// <summary>How pure it is, in per cent.</summary>
    [CriminalAllegation]
    public decimal? Purity { get; init; }

    /// <summary>How it is packed.</summary>
    [CriminalAllegation]
    public string? Packaging { get; init; }

    /// <summary>What a test on the spot showed.</summary>
    [CriminalAllegation]
    public string? PresumptiveTest { get; init; }

    /// <summary>Whether a laboratory has confirmed it.</summary>
    [CriminalAllegation]
    public bool? Confirmed { get; init; }
}
