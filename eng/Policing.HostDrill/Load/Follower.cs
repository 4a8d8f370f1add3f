using System.Globalization;
using Policing.Client;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Load;

/// <summary>Follows the changes of its tenant, as pages or as a stream, and keeps what it was told.</summary>
internal sealed class Follower(Party party, Ledger ledger, bool isStream, int seed) : Worker(party, ledger, seed)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    private readonly List<(long Sequence, RecordChange Change)> _told = [];
    private volatile string? _cursor;
    private long _last;

    public bool IsStream => isStream;

    public Party Reader => Party;

    /// <summary>The last change that it was told of.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <summary>What it was told, in order. Only when it does not run.</summary>
    public IReadOnlyList<(long Sequence, RecordChange Change)> Told => _told;

    /// <summary>What is there now, by pages, to the end.</summary>
    public async Task ReadAllAsync()
    {
        await foreach (RecordChange change in Party.Session().Changes.ReadAsync(_cursor)) Hear(change);
    }

    protected override async Task WorkAsync(CancellationToken stop)
    {
        if (isStream && _cursor is not null)
        {
            await foreach (RecordChange change in Party.Session().Changes.FollowAsync(_cursor, cancellationToken: stop)) Hear(change);
            return;
        }
        await ReadAllAsync();
        await Task.Delay(s_pause, stop);
    }

    private void Hear(RecordChange change)
    {
        long sequence = long.Parse(change.Id, CultureInfo.InvariantCulture);
        if (sequence <= Last) Ledger.Fault(FaultKind.Feed, $"A follower of {Party.Tenant} was told of change {sequence} after change {Last}.");
        _told.Add((sequence, change));
        Interlocked.Exchange(ref _last, Math.Max(Last, sequence));
        _cursor = change.Cursor;
        Ledger.Count(isStream ? "changes told by streams" : "changes told by pages");
    }
}
