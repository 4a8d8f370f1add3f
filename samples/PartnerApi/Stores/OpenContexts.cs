using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Policing.Samples.Partner.Stores;

/// <summary>
/// Contexts on SQLite that keep their connections open and are lent again and again. For each connection that it opens Entity Framework registers a dozen functions, and takes them back when it closes it,
/// which costs more than to find a record. Thread-safe; a context itself is one caller's at a time.
/// </summary>
internal sealed class OpenContexts(DbContextOptions<PartnerContext> options) : IDbContextFactory<PartnerContext>, IAsyncDisposable
{
    // More at once are served too, and closed afterwards.
    private const int MostKept = 64;

    private readonly ConcurrentBag<OpenContext> _free = [];
    private volatile bool _isEnded;

    public PartnerContext CreateDbContext()
    {
        if (_free.TryTake(out OpenContext? kept)) return kept;
        OpenContext context = new(options, this);
        context.Database.OpenConnection();
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        _isEnded = true;
        while (_free.TryTake(out OpenContext? kept)) await kept.CloseAsync();
    }

    private ValueTask TakeBackAsync(OpenContext context)
    {
        // Closing rolls back what was left open.
        if (_isEnded || _free.Count >= MostKept || context.Database.CurrentTransaction is not null) return context.CloseAsync();
        context.ChangeTracker.Clear();
        _free.Add(context);
        return ValueTask.CompletedTask;
    }

    private sealed class OpenContext(DbContextOptions<PartnerContext> options, OpenContexts contexts) : PartnerContext(options)
    {
        [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose", Justification = "It is lent again; CloseAsync ends it.")]
        public override ValueTask DisposeAsync() => contexts.TakeBackAsync(this);

        public ValueTask CloseAsync() => base.DisposeAsync();
    }
}
