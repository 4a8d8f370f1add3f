using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Policing.Samples.Partner.Stores;

/// <summary>What each connection to SQLite must have: durable commits, and nothing left of what is deleted.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000;";

    // Of the connection beneath, which goes back to the driver's pool and keeps them.
    private static readonly ConditionalWeakTable<sqlite3, object> s_set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // Nothing of SQLite is asynchronous.
        if (connection is not SqliteConnection { Handle: { } handle } || s_set.TryGetValue(handle, out _)) return;
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        s_set.AddOrUpdate(handle, Settings);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
