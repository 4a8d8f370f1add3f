using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

/// <summary>SQLite whose next commits are done and reported as failed: what calls back after a commit may return an error, though the commit has occurred (sqlite3_wal_hook).</summary>
internal sealed class LostCommits(SqliteAuditOptions options) : AuditDialect
{
    private const int IoError = 10;
    private readonly SqliteDialect _sqlite = new(options);
    private readonly List<Hook> _hooks = [];
    private int _toLose;

    private delegate int Hook(nint argument, nint database, nint name, int pages);

    public int Lost { get; private set; }

    public override IReadOnlyList<string> Schema => _sqlite.Schema;

    public override IReadOnlyList<string> Begin => _sqlite.Begin;

    public override string BeginReading => _sqlite.BeginReading;

    public override string IsThere => _sqlite.IsThere;

    public void Lose(int commits) => _toLose = commits;

    public override async Task<string> PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        string settings = await _sqlite.PrepareAsync(connection, cancellationToken);
        // Kept: native code holds no reference.
        Hook hook = AfterCommit;
        _hooks.Add(hook);
        WalHook(((SqliteConnection)connection).Handle!.DangerousGetHandle(), hook, 0);
        return settings;
    }

    public override Task InsertAsync(DbConnection connection, ulong first, IReadOnlyList<AuditContent> entries, CancellationToken cancellationToken) =>
        _sqlite.InsertAsync(connection, first, entries, cancellationToken);

    public override Task<bool> ScrubAsync(DbConnection connection, CancellationToken cancellationToken) => _sqlite.ScrubAsync(connection, cancellationToken);

    public override AuditLogFault FaultOf(Exception exception) => _sqlite.FaultOf(exception);

    public override void Forget(DbConnection connection) => _sqlite.Forget(connection);

    private int AfterCommit(nint argument, nint database, nint name, int pages)
    {
        if (_toLose == 0) return 0;
        _toLose--;
        Lost++;
        return IoError;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_wal_hook")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "A delegate; the generator would ask for unsafe code.")]
    private static extern nint WalHook(nint connection, Hook hook, nint argument);
}
