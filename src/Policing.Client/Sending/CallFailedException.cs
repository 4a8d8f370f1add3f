using System.Diagnostics.CodeAnalysis;

namespace Policing.Client;

/// <summary>A call has ended without an answer. Internal: it becomes a <see cref="PartnerProblem"/>.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It carries a failure and no words.")]
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the package.")]
internal sealed class CallFailedException(PartnerFailure failure, bool mayPass, TimeSpan? retryAfter) : Exception
{
    public PartnerFailure Failure { get; } = failure;

    public bool MayPass { get; } = mayPass;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
