using System.Diagnostics.CodeAnalysis;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>
/// A call of the partner API failed. The one exception of the client, save for <see cref="OperationCanceledException"/> where the caller cancelled and
/// <see cref="ArgumentException"/> for faults of the calling program. It has no data of anybody, no inner exception, and may be logged.
/// </summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made from a problem only, so that it cannot carry data.")]
public sealed class PartnerException : Exception
{
    /// <summary>An exception for a problem.</summary>
    public PartnerException(PartnerProblem problem)
        : base(problem?.ToString()) => Problem = problem ?? throw new ArgumentNullException(nameof(problem));

    /// <summary>All of it.</summary>
    public PartnerProblem Problem { get; }

    /// <summary>The kind of failure.</summary>
    public PartnerFailure Failure => Problem.Failure;

    /// <summary>Whether the same call may succeed later, and may be made again.</summary>
    public bool IsRetryable => Problem.IsRetryable;

    /// <summary>What was found.</summary>
    public ValueList<PartnerFinding> Findings => Problem.Findings;

    /// <summary>What ties this call to others, at the partner too.</summary>
    public Guid Correlation => Problem.Correlation;
}
