using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Policing.AuditDrill.Servers;

/// <summary>A PostgreSQL server of our own, in a temporary folder, on loopback. It refuses to run as root, so there it runs as <c>nobody</c>.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder;
    private readonly int _port;
    private Process? _process;

    private PostgreSqlServer(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Any user of this machine may connect while the drill runs; the data are the drill's.</summary>
    public string Connection => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=drill;Database=postgres;Timeout=30");

    private static bool IsRoot { get; } = Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    public static async Task<PostgreSqlServer> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("policing-postgresql-").FullName;
        if (IsRoot) await NeedAsync(["chown", "nobody", folder]);
        PostgreSqlServer server = new(folder, FreePort());
        await NeedAsync(AsUser(Program("initdb"), "-D", server.Data, "-U", "drill", "-A", "trust", "--no-instructions", "-N", "-E", "UTF8", "--locale=C"));
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        string port = _port.ToString(CultureInfo.InvariantCulture);
        _process = ChildProcess.Start(AsUser(
            Program("postgres"), "-D", Data, "-p", port, "-k", "", "-c", "listen_addresses=127.0.0.1", "-c", "logging_collector=off", "-c", "log_min_messages=panic"));
        long start = Stopwatch.GetTimestamp();
        while (await QuietAsync([Program("pg_isready"), "-h", "127.0.0.1", "-p", port, "-q"]) != 0)
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > Patience) throw new DrillException("The PostgreSQL server does not start.");
            await Task.Delay(50);
        }
    }

    /// <summary>SIGKILL to the server and to every process of it.</summary>
    public async Task CrashAsync()
    {
        // The first line of the file is the number of the server's own process; what is started as another user has one before it.
        int server = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        foreach (int child in ChildrenOf(server).Append(server)) Kill(child);
        await _process!.WaitForExitAsync().WaitAsync(Patience);
        // It would take a process of a crashed server that has not ended yet for another server.
        long start = Stopwatch.GetTimestamp();
        while (ChildrenOf(server).Count > 0 && Stopwatch.GetElapsedTime(start) < Patience) await Task.Delay(20);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await CrashAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The folder of the server's programs; null where there are none.</summary>
    public static string? Programs()
    {
        if (!ChildProcess.IsThere("pg_config")) return null;
        using Process process = Process.Start(new ProcessStartInfo("pg_config", ["--bindir"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string folder = process.StandardOutput.ReadToEnd().Trim();
        return File.Exists(Path.Combine(folder, "postgres")) ? folder : null;
    }

    private static string Program(string name) =>
        Path.Combine(Programs() ?? throw new DrillException("The programs of the PostgreSQL server are not here (pg_config --bindir)."), name);

    private static IReadOnlyList<string> AsUser(params IReadOnlyList<string> command) => IsRoot ? ["setpriv", "--reuid=nobody", "--clear-groups", "--", .. command] : command;

    private static async Task NeedAsync(IReadOnlyList<string> command)
    {
        if (await QuietAsync(command) != 0) throw new DrillException($"{Path.GetFileName(command[^1])}: a command that sets up the server failed.");
    }

    private static async Task<int> QuietAsync(IReadOnlyList<string> command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static List<int> ChildrenOf(int parent)
    {
        List<int> found = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && ParentOf(folder) == parent) found.Add(id);
        }
        return found;
    }

    // proc(5): the name in brackets may hold anything, so the fields are counted from the last bracket.
    private static int ParentOf(string folder)
    {
        try
        {
            string stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return -1;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
