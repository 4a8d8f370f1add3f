using System.Data.Common;
using System.Globalization;

namespace Policing.Ethics.Audit;

/// <summary>What one kind of database says differently. All else of a store is the same for all. Thread-safe.</summary>
internal abstract class AuditDialect
{
    /// <summary>The statements that make the tables where they are not there.</summary>
    public abstract IReadOnlyList<string> Schema { get; }

    /// <summary>Begins a transaction in which nobody else writes to the log, or waits until it can.</summary>
    public abstract IReadOnlyList<string> Begin { get; }

    /// <summary>Does <see cref="Begin"/>, and gives the last index; -1 where there is none. It is done for each group.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="kept">Gives the command of a text, which is kept with the connection.</param>
    public virtual async Task<long> BeginGroupAsync(DbConnection connection, Func<DbConnection, string, DbCommand> kept)
    {
        foreach (string statement in Begin) await kept(connection, statement).ExecuteNonQueryAsync().ConfigureAwait(false);
        return Convert.ToInt64(await kept(connection, AuditStore.LastIndex).ExecuteScalarAsync().ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    /// <summary>Begins a transaction that sees the log as it is now, whatever others write.</summary>
    public abstract string BeginReading { get; }

    /// <summary>Whether a connection knows the tables: a query that gives 1 where they are there.</summary>
    public abstract string IsThere { get; }

    /// <summary>Sets up a connection, and holds its settings against what durability needs.</summary>
    /// <returns>The settings in force, in one line.</returns>
    /// <exception cref="AuditLogException">They are unsafe.</exception>
    public abstract Task<string> PrepareAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Inserts entries from an index on, with their details.</summary>
    public abstract Task InsertAsync(DbConnection connection, ulong first, IReadOnlyList<AuditContent> entries, CancellationToken cancellationToken);

    /// <summary>Takes what was erased out of the files of the database, as far as it can.</summary>
    /// <returns>Whether nothing of it is left in the files that the database answers for.</returns>
    public abstract Task<bool> ScrubAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>What an exception of the driver means.</summary>
    public abstract AuditLogFault FaultOf(Exception exception);

    /// <summary>Lets go of what was prepared for a connection.</summary>
    public virtual void Forget(DbConnection connection)
    {
    }
}
