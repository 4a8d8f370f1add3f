namespace Policing.AuditDrill.Tracing;

/// <summary>A call of the system, with the lines of the trace at which it began and ended.</summary>
internal sealed record SystemCall(string Name, string File, string Hex, int Began, int Ended);
