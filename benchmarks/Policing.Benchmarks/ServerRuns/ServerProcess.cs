using System.Diagnostics;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>A published server as a process on loopback, from when it has said how it is stopped until it is disposed of.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, string said) => (_process, Said) = (process, said);

    /// <summary>What it said up to then.</summary>
    public string Said { get; }

    public static ServerProcess Start(string program, params ReadOnlySpan<string> arguments)
    {
        ProcessStartInfo info = new(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in arguments) info.ArgumentList.Add(argument);
        Process process = Process.Start(info)!;
        Task<string> reading = Task.Run(() => Hear(process));
        if (!reading.Wait(LongestStart)) throw new InvalidOperationException("The server did not start.");
        // What it says from now on is taken in, so that it never waits for a reader.
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, reading.Result);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Hear(Process process)
    {
        string said = "";
        while (process.StandardOutput.ReadLine() is { } line)
        {
            said += line + "\n";
            if (line.Contains("Ctrl+C", StringComparison.Ordinal)) break;
        }

        return said;
    }
}
