using Policing.Conformance.Requirements;
using Policing.Conformance.Waivers;

namespace Policing.Conformance.Running;

/// <summary>What became of one requirement. Immutable.</summary>
public sealed record RequirementResult
{
    /// <summary>The requirement.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>What became of it.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>How often it was judged: cases, or documents.</summary>
    public long Judged { get; init; }

    /// <summary>How often it was not met.</summary>
    public long Failures { get; init; }

    /// <summary>The cases that were asked and did not pass; of documents, none.</summary>
    public IReadOnlyList<CaseResult> Cases { get; init; } = [];

    /// <summary>The first places in documents where it is not met.</summary>
    public IReadOnlyList<ResultPlace> Places { get; init; } = [];

    /// <summary>The waiver that stands for it; null where none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>Why it was not judged; null where it was.</summary>
    public string? Why { get; init; }

    /// <summary>Whether it was judged and is not met, waived or not.</summary>
    public bool IsUnmet => Status is ResultStatus.Failed or ResultStatus.Waived or ResultStatus.Skipped or ResultStatus.Error;

    /// <summary>Whether it decides that the product does not conform.</summary>
    public bool IsBreach => Requirement.Level == RequirementLevel.Must && Status is (ResultStatus.Failed or ResultStatus.Skipped or ResultStatus.Error);
}
