using System.Diagnostics.CodeAnalysis;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>An answer cannot be used. Internal: it becomes a <see cref="PartnerProblem"/>.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It carries a failure and findings and no words.")]
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the package.")]
internal sealed class AnswerFaultException(PartnerFailure failure, ValueList<PartnerFinding> findings = default) : Exception
{
    public PartnerFailure Failure { get; } = failure;

    public ValueList<PartnerFinding> Findings { get; } = findings;
}
