using Policing.Conformance.Requirements;
using Policing.Conformance.Targets;
using Policing.DataModel;

namespace Policing.Conformance.Running;

/// <summary>What a run came to. It holds no value of any document. Immutable.</summary>
public sealed record ConformanceRun
{
    /// <summary>The version of the kit.</summary>
    public required string KitVersion { get; init; }

    /// <summary>The version of the model that the requirements are for.</summary>
    public required string Edition { get; init; }

    /// <summary>The SHA-256 of the requirements.</summary>
    public required string RequirementsHash { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether every waiver was refused, and no skip let pass.</summary>
    public required bool IsFull { get; init; }

    /// <summary>What the product said of itself; null for documents, of which nobody said anything.</summary>
    public TargetDescription? Target { get; init; }

    /// <summary>How many inputs were read; 0 for a program.</summary>
    public int Inputs { get; init; }

    /// <summary>The SHA-256 of each input in lower-case hexadecimal, in order; empty unless <see cref="ConformanceOptions.HashInputs"/>.</summary>
    public ValueList<string> InputHashes { get; init; }

    /// <summary>How many records were read; 0 for a program.</summary>
    public long Records { get; init; }

    /// <summary>What became of each requirement, by id.</summary>
    public required IReadOnlyList<RequirementResult> Results { get; init; }

    /// <summary>What it comes to.</summary>
    public ConformanceVerdict Verdict =>
        Results.Any(r => r.IsBreach) || !Results.Any(r => r.Status is ResultStatus.Passed or ResultStatus.Waived) ? ConformanceVerdict.NotConformant
        : Results.Any(r => r.Status == ResultStatus.Waived && r.Requirement.Level == RequirementLevel.Must) ? ConformanceVerdict.ConformantWithWaivers
        : ConformanceVerdict.Conformant;

    /// <summary>The verdict in words.</summary>
    public string VerdictText => Verdict switch
    {
        ConformanceVerdict.Conformant => "conformant",
        ConformanceVerdict.ConformantWithWaivers => "conformant with waivers",
        _ => "not conformant",
    };

    /// <summary>How many requirements have a status.</summary>
    public int Count(ResultStatus status) => Results.Count(r => r.Status == status);
}
