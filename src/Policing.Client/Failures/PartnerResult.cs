using System.Diagnostics.CodeAnalysis;

namespace Policing.Client;

/// <summary>What came of a call where failure is normal: the answer, or the problem. Immutable; <c>default</c> is neither and is not used.</summary>
/// <typeparam name="T">The answer.</typeparam>
public readonly struct PartnerResult<T>
    where T : class
{
    internal PartnerResult(T answer) => Answer = answer;

    internal PartnerResult(PartnerProblem problem) => Problem = problem;

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsSuccess => Answer is not null;

    /// <summary>The answer; null where there is a problem.</summary>
    public T? Answer { get; }

    /// <summary>The problem; null where there is an answer.</summary>
    public PartnerProblem? Problem { get; }

    /// <summary>The kind of failure; <see cref="PartnerFailure.None"/> where there is an answer.</summary>
    public PartnerFailure Failure => Problem?.Failure ?? PartnerFailure.None;

    /// <summary>The answer.</summary>
    /// <exception cref="PartnerException">There is a problem instead.</exception>
    public T OrThrow() => Answer ?? throw new PartnerException(Problem ?? throw new InvalidOperationException("The default of a result holds nothing."));

    /// <summary>Success, or the problem in one line.</summary>
    public override string ToString() => IsSuccess ? "success" : Problem?.ToString() ?? "nothing";
}
