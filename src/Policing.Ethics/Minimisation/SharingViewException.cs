using System.Diagnostics.CodeAnalysis;
using Policing.DataModel;

namespace Policing.Ethics.Minimisation;

/// <summary>A sharing view cannot be used. It is never used in part.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made from problems only, so that it cannot carry content.")]
public sealed class SharingViewException : Exception
{
    internal SharingViewException(IReadOnlyCollection<SharingViewProblem> problems)
        : base("The sharing view cannot be used. " + string.Join(" ", problems.Select(p => p.ToString()))) => Problems = ValueList.From(problems);

    /// <summary>All that is wrong with it; at least one.</summary>
    public ValueList<SharingViewProblem> Problems { get; }
}
