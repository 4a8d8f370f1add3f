using Microsoft.Data.Sqlite;

namespace Policing.Samples.Legacy;

/// <summary>SQL in one line, its values always as parameters.</summary>
internal static class LegacySql
{
    public static int Run(this SqliteConnection database, string sql, params object?[] values)
    {
        using SqliteCommand command = database.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> Rows<T>(this SqliteConnection database, string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using SqliteCommand command = database.Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static SqliteCommand Command(this SqliteConnection database, string sql, object?[] values)
    {
        SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        for (int place = 0; place < values.Length; place++) command.Parameters.AddWithValue($"${place + 1}", values[place] ?? DBNull.Value);
        return command;
    }
}
