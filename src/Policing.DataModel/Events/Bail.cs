using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One grant of bail to one person. To whom it was granted is a link.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(BailConverter))]
public sealed record Bail() : PoliceRecord("bail")
{
    /// <summary>Before or after charge, by police or court, with or without conditions; or what stands in its place. Source: Bail Act 1976, PACE 1984.</summary>
    [CriminalAllegation]
    public BailType? Kind { get; init; }

    /// <summary>When it was granted.</summary>
    [CriminalAllegation]
    public PartialDateTime GrantedAt { get; init; }

    /// <summary>The officer who granted it.</summary>
    [Officer]
    public OfficerReference? GrantedBy { get; init; }

    /// <summary>The officer who authorised it. Source: PACE 1984 s.50A.</summary>
    [Officer]
    public OfficerReference? AuthorisedBy { get; init; }

    /// <summary>The court that granted it.</summary>
    [Public]
    public Agency? Court { get; init; }

    /// <summary>The provision under which it was granted.</summary>
    [Public]
    public string? Legislation { get; init; }

    /// <summary>When it ends, or when the person is to answer it.</summary>
    [CriminalAllegation]
    public PartialDateTime Until { get; init; }

    /// <summary>Where the person is to answer it.</summary>
    [CriminalAllegation]
    public string? AnswerAt { get; init; }

    /// <summary>The conditions. Source: bichard7-next-core.</summary>
    [CriminalAllegation]
    public ValueList<Condition> Conditions { get; init; }

    /// <summary>The extensions. Source: PACE 1984 ss.47ZA to 47ZM.</summary>
    [CriminalAllegation]
    public ValueList<BailExtension> BailExtensions { get; init; }

    /// <summary>Whether a surety or security was asked for.</summary>
    [CriminalAllegation]
    public bool? Surety { get; init; }

    /// <summary>The breaches reported.</summary>
    [CriminalAllegation]
    public ValueList<Breach> Breaches { get; init; }

    /// <summary>Whether the victim's view on the conditions was sought.</summary>
    [VulnerableOrProtected]
    public bool? VictimConsulted { get; init; }

    /// <summary>When it ended.</summary>
    [CriminalAllegation]
    public PartialDateTime EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    [CriminalAllegation]
    public BailOutcome? Outcome { get; init; }
}
