namespace Policing.Conformance.Clients;

/// <summary>The client claims the operation and skipped a task.</summary>
internal sealed class SkippedTaskException : Exception;
