using System.Diagnostics;
using System.Text;

namespace Policing.PartnerHost.Tests.SampleServer.Terminals;

/// <summary>A program as a user starts it. What it says is kept; it is killed when it is disposed of.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Lock _lock = new();
    private readonly List<(string Sought, TaskCompletionSource Found)> _awaited = [];

    private Terminal(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (_lock) return _said.ToString();
        }
    }

    /// <summary>A sample, by the name of its project.</summary>
    public static Terminal Sample(string name, params string[] args)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { WorkingDirectory = AppContext.BaseDirectory };
        // From its own folder, beside this one, where it has what it needs and nothing else.
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        start.ArgumentList.Add(Path.Combine(own, "..", "..", name, Path.GetFileName(own), name + ".dll"));
        foreach (string argument in args) start.ArgumentList.Add(argument);
        return new Terminal(start);
    }

    /// <summary>Lines for a shell, as they can be pasted.</summary>
    public static Terminal Shell(string lines)
    {
        ProcessStartInfo start = new("sh") { WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(lines);
        return new Terminal(start);
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task HearAsync(string text, CancellationToken cancellationToken)
    {
        TaskCompletionSource found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_said.ToString().Contains(text, StringComparison.Ordinal)) return;
            _awaited.Add((text, found));
        }
        Task ended = _process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(found.Task, ended).WaitAsync(s_patience, cancellationToken) == ended && !found.Task.IsCompleted) Assert.Fail($"It ended and never said '{text}', but:\n{Said}");
    }

    /// <summary>Waits until it has ended: its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(s_patience, cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, without its doing.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_lock)
        {
            _said.AppendLine(line);
            foreach ((string sought, TaskCompletionSource found) in _awaited)
                if (line.Contains(sought, StringComparison.Ordinal)) found.TrySetResult();
        }
    }
}
