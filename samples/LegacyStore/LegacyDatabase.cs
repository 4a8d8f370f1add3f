using Microsoft.Data.Sqlite;

namespace Policing.Samples.Legacy;

/// <summary>The old database, made for the sample, and what is put beside its table.</summary>
internal static class LegacyDatabase
{
    /// <summary>Makes the old system's database, with its dirt.</summary>
    public static string Make(string path)
    {
        string connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Run(connection, "legacy.sql");
        return connection;
    }

    /// <summary>Puts the tables of the partner API beside it; once.</summary>
    public static void PutBeside(string connection) => Run(connection, "beside.sql");

    private static void Run(string connection, string resource)
    {
        using StreamReader text = new(typeof(LegacyDatabase).Assembly.GetManifestResourceStream(resource)!);
        using SqliteConnection database = new(connection);
        database.Open();
        database.Run(text.ReadToEnd());
    }
}
