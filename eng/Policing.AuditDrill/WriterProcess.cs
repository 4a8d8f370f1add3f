using System.Diagnostics;
using System.Globalization;
using Policing.Ethics.Sqlite;

namespace Policing.AuditDrill;

/// <summary>A writer in a process of its own, which is killed or ends.</summary>
internal sealed class WriterProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;

    public WriterProcess(string store, string keyFile, int writers, int entries, bool isSafe = true, IReadOnlyDictionary<string, string>? environment = null, params string[] under)
    {
        string[] command =
        [
            .. under, Environment.ProcessPath!, "write", store, keyFile, writers.ToString(CultureInfo.InvariantCulture), entries.ToString(CultureInfo.InvariantCulture),
            isSafe ? nameof(SqliteSynchronous.Full) : nameof(SqliteSynchronous.Off),
        ];
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>The ids of the entries that were acknowledged until the process ended, by itself or killed after some of them.</summary>
    public async Task<List<string>> ReadAsync(int killAfter = int.MaxValue)
    {
        using CancellationTokenSource patience = new(Patience);
        List<string> ids = [];
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            string[] parts = line.Split(' ');
            // The last line of a killed process may be cut off.
            if (parts.Length == 3 && parts[2].Length == 36) ids.Add(parts[2]);
            if (ids.Count == killAfter) _process.Kill();
        }
        await _process.WaitForExitAsync(patience.Token);
        return ids;
    }

    public int ExitCode => _process.ExitCode;

    public void Dispose() => _process.Dispose();
}
