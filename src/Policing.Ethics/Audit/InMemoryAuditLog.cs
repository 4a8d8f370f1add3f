using System.Collections.Concurrent;

namespace Policing.Ethics;

/// <summary>An audit log for tests and for trying things out. It forgets everything when the process ends, and hides nothing from anybody.</summary>
/// <remarks>Thread-safe. Bounded: beyond the capacity it refuses, and so does the gate.</remarks>
public sealed class InMemoryAuditLog : IAuditLog
{
    private readonly ConcurrentQueue<(AuditEntryId Id, AuditEntry Entry)> _entries = new();
    private readonly int _capacity;

    /// <summary>A log.</summary>
    /// <param name="capacity">The entries that it takes.</param>
    public InMemoryAuditLog(int capacity = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <summary>The entries so far, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Entries => [.. _entries.Select(item => item.Entry)];

    /// <summary>The entry of an id; null when there is none.</summary>
    public AuditEntry? Find(AuditEntryId id) => _entries.FirstOrDefault(item => item.Id == id).Entry;

    /// <inheritdoc/>
    public ValueTask<AuditEntryId> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        if (_entries.Count >= _capacity) throw new InvalidOperationException("The log is full.");
        AuditEntryId id = new(Guid.NewGuid().ToString("D"));
        _entries.Enqueue((id, entry));
        return ValueTask.FromResult(id);
    }
}
