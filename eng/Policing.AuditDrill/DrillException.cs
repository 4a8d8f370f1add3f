namespace Policing.AuditDrill;

/// <summary>A drill did not hold, or could not be run; the message says which.</summary>
internal sealed class DrillException(string message) : Exception(message);
