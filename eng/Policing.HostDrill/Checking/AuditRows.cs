using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Policing.HostDrill.Checking;

/// <summary>The rows of an audit log as they lie in the database, read without the library: docs/audit-format.md.</summary>
internal static class AuditRows
{
    public static async Task<IReadOnlyList<AuditedCall>> ReadAsync(string? postgreSql, string file)
    {
        await using DbConnection connection = postgreSql is null ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString) : new NpgsqlConnection(postgreSql);
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT core FROM audit_entry ORDER BY idx";
        await using DbDataReader rows = await command.ExecuteReaderAsync();
        List<AuditedCall> read = [];
        while (await rows.ReadAsync()) read.Add(Of(rows.GetFieldValue<byte[]>(0)));
        return read;
    }

    private static AuditedCall Of(byte[] core)
    {
        using JsonDocument document = JsonDocument.Parse(core);
        JsonElement entry = document.RootElement;
        return new(Text(entry, "id")!, Text(entry, "kind")!, Text(entry, "operation"), Text(entry, "purpose"), Text(entry, "correlation") is { } correlation ? Guid.ParseExact(correlation, "D") : null);
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
