using System.Diagnostics.CodeAnalysis;

namespace Policing.Samples.Force;

/// <summary>A key is not there or cannot be used; the message says what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made here only.")]
internal sealed class KeyException(string message) : Exception(message);
