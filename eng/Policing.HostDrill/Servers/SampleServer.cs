using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Policing.HostDrill.Servers;

/// <summary>samples/PartnerApi as a process of its own, on a port of loopback that stays the same, with its data in a temporary folder. It can be killed and started again.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly string? _database;
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>A server that is not started yet.</summary>
    /// <param name="database">The connection string of PostgreSQL; null for SQLite in the folder.</param>
    public SampleServer(string? database)
    {
        _database = database;
        Folder = Directory.CreateTempSubdirectory("policing-host-drill-").FullName;
        Address = new Uri($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}");
    }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>Starts it, and waits until it can be called.</summary>
    public async Task StartAsync()
    {
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string program = Path.GetFullPath(Path.Combine(own, "..", "..", "PartnerApi", Path.GetFileName(own), "PartnerApi.dll"));
        string port = _port.ToString(CultureInfo.InvariantCulture);
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "--data", Folder, "--port", port, "--test-tokens", "--calls-per-minute", "1000000"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Not by the command line, which others on the machine see.
        if (_database is not null) start.Environment["ConnectionStrings__Partner"] = _database;
        Process process = Process.Start(start) ?? throw new DrillException("The sample cannot be started.");
        _process = process;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        if (!await HearAsync(process).WaitAsync(s_patience)) throw new DrillException("The sample does not start: " + await complaints);
        // What it says from now on is taken in, so that it never waits for a reader.
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await EndedAsync(_process);
    }

    /// <summary>As an operator stops it.</summary>
    public async Task StopAsync()
    {
        using Process signal = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndedAsync(_process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static Task EndedAsync(Process process) => process.WaitForExitAsync().WaitAsync(s_patience);

    private static async Task<bool> HearAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Ctrl+C", StringComparison.Ordinal)) return true;
        return false;
    }

    // Free, and below those that the system gives to connections: nobody takes it while the server is away.
    private static int FreePort()
    {
        for (int port = 20_000 + (Environment.ProcessId % 10_000); port < 32_000; port++)
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
        throw new DrillException("There is no free port.");
    }
}
