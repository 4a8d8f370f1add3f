namespace Policing.Ethics.Audit;

/// <summary>An entry, and who waits for it.</summary>
internal sealed class WriterEntry(AuditContent content, bool isAwaited) : WriterItem
{
    public AuditContent Content => content;

    public TaskCompletionSource? Done { get; } = isAwaited ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
}
