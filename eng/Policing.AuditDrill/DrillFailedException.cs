namespace Policing.AuditDrill;

/// <summary>Something was lost, or came too early.</summary>
internal sealed class DrillFailedException(string message) : Exception(message);
