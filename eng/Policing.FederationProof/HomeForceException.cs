using System.Diagnostics.CodeAnalysis;

namespace Policing.FederationProof;

/// <summary>The home force is not there.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made here only.")]
internal sealed class HomeForceException(string message) : Exception(message);
