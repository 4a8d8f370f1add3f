using System.Diagnostics.CodeAnalysis;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>A text could not be read as the record that was asked for. It names rules and places, never content.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made from a report only, so that it cannot carry content.")]
public sealed class PoliceJsonException : Exception
{
    internal PoliceJsonException(ValidationReport report)
        : base(report.Findings.IsEmpty ? "The text could not be read." : report.Findings[report.Findings.Count - 1].ToString()) => Report = report;

    /// <summary>What was found.</summary>
    public ValidationReport Report { get; }
}
