using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Policing.Benchmarks.Audit;

/// <summary>One writer that inserts rows of one blob and knows nothing of logs, with the durability that a log has.</summary>
internal sealed class BareRows : IDisposable
{
    /// <summary>The rows of a transaction.</summary>
    public const int Rows = 64;

    private readonly SqliteConnection _connection;
    private readonly byte[] _row;

    public BareRows(string path, int bytes)
    {
        _row = new byte[bytes];
        new Random(1).NextBytes(_row);
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
        foreach (string statement in (string[])["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "CREATE TABLE bare (id INTEGER PRIMARY KEY, row BLOB NOT NULL)"])
            Run(statement);
    }

    public int RowBytes => _row.Length;

    /// <summary>Rows a second.</summary>
    public double Insert(TimeSpan turn)
    {
        using SqliteCommand insert = new("INSERT INTO bare (row) VALUES ($row)", _connection);
        insert.Parameters.Add("$row", SqliteType.Blob).Value = _row;
        insert.Prepare();
        long start = Stopwatch.GetTimestamp();
        long rows = 0;
        for (; Stopwatch.GetElapsedTime(start) < turn; rows += Rows)
        {
            Run("BEGIN IMMEDIATE");
            for (int i = 0; i < Rows; i++) insert.ExecuteNonQuery();
            Run("COMMIT");
        }
        return rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string statement)
    {
        using SqliteCommand command = new(statement, _connection);
        command.ExecuteNonQuery();
    }
}
