namespace Policing.HostDrill;

/// <summary>The drill could not be run; the message says why.</summary>
internal sealed class DrillException(string message) : Exception(message);
