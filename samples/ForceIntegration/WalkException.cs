using System.Diagnostics.CodeAnalysis;

namespace Policing.Samples.Force;

/// <summary>A step did not end as it says it does.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made here only.")]
internal sealed class WalkException(string message) : Exception(message);
