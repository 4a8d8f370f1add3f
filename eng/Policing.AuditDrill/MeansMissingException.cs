namespace Policing.AuditDrill;

/// <summary>This machine has not what the drill needs.</summary>
internal sealed class MeansMissingException(string message) : Exception(message);
