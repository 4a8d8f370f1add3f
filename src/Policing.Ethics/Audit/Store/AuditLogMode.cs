namespace Policing.Ethics.Audit;

/// <summary>When an append completes.</summary>
public enum AuditLogMode
{
    /// <summary>When the entry is durable, before data is released; also the default.</summary>
    Strict,

    /// <summary>
    /// When the entry waits in this process to be stored, with a bound on how many do. What waits is lost if the process ends by force. When the store fails, or the
    /// bound is reached, the next append fails.
    /// </summary>
    Buffered,
}
