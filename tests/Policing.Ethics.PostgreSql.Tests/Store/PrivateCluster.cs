using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Policing.Ethics.PostgreSql.Tests.Store;

/// <summary>A PostgreSQL server of its own, on loopback and in a folder of its own, with the durability that the log asks for. It ends with the tests.</summary>
public sealed class PrivateCluster : IDisposable
{
    private readonly string _folder;
    private readonly string _bin;
    private readonly string? _user;
    private readonly int _port;

    private PrivateCluster(string folder, string bin, string? user, int port) => (_folder, _bin, _user, _port) = (folder, bin, user, port);

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static string? Missing
    {
        get
        {
            if (Bin() is null) return "initdb and pg_ctl of PostgreSQL are not here";
            return Environment.IsPrivilegedProcess && User() is null ? "PostgreSQL does not run as root, and there is no user postgres or nobody with runuser" : null;
        }
    }

    public string DataFolder => Path.Combine(_folder, "data");

    public static PrivateCluster Start()
    {
        string folder = Directory.CreateTempSubdirectory("policing-pg-").FullName;
        PrivateCluster cluster = new(folder, Bin()!, Environment.IsPrivilegedProcess ? User() : null, FreePort());
        if (cluster._user is { } user) Run("chown", user, folder);
        try
        {
            cluster.AsUser("initdb", "-U", "audit", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C", "-D", cluster.DataFolder);
            cluster.StartServer();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public void StartServer(string more = "")
    {
        string port = _port.ToString(CultureInfo.InvariantCulture);
        AsUser("pg_ctl", "-w", "-t", "60", "-D", DataFolder, "-l", Path.Combine(_folder, "log"), "-o", $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={_folder} -c max_connections=60 {more}", "start");
    }

    /// <summary>Ends the server as a power cut would end its processes: at once.</summary>
    public void Kill() => AsUser("pg_ctl", "-D", DataFolder, "-m", "immediate", "-w", "stop");

    /// <summary>Kills the server without a word to its processes, which end when they notice.</summary>
    public void KillHard()
    {
        int pid = int.Parse(File.ReadLines(Path.Combine(DataFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using Process server = Process.GetProcessById(pid);
        server.Kill();
        // What they hold must be free before a new server starts.
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                StartServer();
                return;
            }
            catch (InvalidOperationException) when (attempt < 60)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(500));
            }
        }
    }

    /// <summary>A database of its own.</summary>
    public string NewDatabase()
    {
        string name = "log" + Guid.NewGuid().ToString("N");
        Execute(ConnectionTo("postgres"), $"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    public static void Execute(string connectionString, string statement)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        using NpgsqlCommand command = new(statement, connection);
        command.ExecuteNonQuery();
    }

    public static T Ask<T>(string connectionString, string query)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        using NpgsqlCommand command = new(query, connection);
        return (T)command.ExecuteScalar()!;
    }

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "audit",
        Database = database,
        Pooling = false,
        Timeout = 60,
        CommandTimeout = 60,
    }.ConnectionString;

    public void Dispose()
    {
        if (File.Exists(Path.Combine(DataFolder, "postmaster.pid"))) Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private void AsUser(string program, params string[] arguments)
    {
        string path = Path.Combine(_bin, program);
        if (_user is null) Run(path, arguments);
        else Run("runuser", ["-u", _user, "--", path, .. arguments]);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server keeps the streams that it is given open: it gets none of ours.
        ProcessStartInfo start = new("/bin/sh") { UseShellExecute = false, WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" </dev/null >/dev/null 2>&1");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(program)} {arguments.FirstOrDefault()} ended with {process.ExitCode}.");
    }

    private static string? Bin()
    {
        string root = "/usr/lib/postgresql";
        IEnumerable<string> folders = Directory.Exists(root) ? Directory.GetDirectories(root).Order(StringComparer.Ordinal).Reverse().Select(version => Path.Combine(version, "bin")) : [];
        IEnumerable<string> path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static string? User()
    {
        if (!File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser")) return null;
        string[] users = [.. File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0])];
        return Array.Find(["postgres", "nobody"], users.Contains);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
