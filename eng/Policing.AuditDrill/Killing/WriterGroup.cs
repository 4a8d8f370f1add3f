using System.Diagnostics;
using Policing.AuditDrill.Checking;

namespace Policing.AuditDrill.Killing;

/// <summary>Processes that write to one log until they are killed.</summary>
internal sealed class WriterGroup : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly List<(Process Process, string Acknowledged)> _writers = [];

    public WriterGroup(DrillFolder folder, int round, int processes, string? connection)
    {
        for (int i = 0; i < processes; i++)
        {
            string acknowledged = Path.Combine(folder.Path, $"acknowledged-{round}-{i}");
            List<string> command = [.. ChildProcess.Self, "write", "--folder", folder.Path, "--acks", acknowledged, "--writers", "8"];
            if (connection is not null) command.AddRange(["--connection", connection]);
            _writers.Add((ChildProcess.Start(command), acknowledged));
        }
    }

    /// <summary>Waits until each process has had something acknowledged, and a random while more.</summary>
    public async Task WaitAsync(Random random)
    {
        long start = Stopwatch.GetTimestamp();
        while (_writers.Any(writer => !File.Exists(writer.Acknowledged) || new FileInfo(writer.Acknowledged).Length == 0))
        {
            if (_writers.Any(writer => writer.Process.HasExited)) throw new DrillException("A writer ended before it wrote.");
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new DrillException("A writer has nothing acknowledged in two minutes.");
            await Task.Delay(10);
        }
        await Task.Delay(random.Next(250));
    }

    /// <summary>SIGKILL to all, one after the other.</summary>
    public async Task KillAsync()
    {
        foreach ((Process process, _) in _writers) process.Kill();
        await EndAsync();
    }

    /// <summary>Waits until each has ended by itself, as it does when its server is no more.</summary>
    public async Task EndAsync()
    {
        foreach ((Process process, _) in _writers) await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public void NoteIn(params ReadOnlySpan<LogCheck> checks)
    {
        foreach ((_, string acknowledged) in _writers)
        {
            Promises promises = Promises.Read(acknowledged);
            foreach (LogCheck check in checks) check.Add(promises);
        }
    }

    public void Dispose()
    {
        foreach ((Process process, _) in _writers)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
    }
}
