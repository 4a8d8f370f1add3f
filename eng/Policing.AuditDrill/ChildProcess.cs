using System.Diagnostics;

namespace Policing.AuditDrill;

/// <summary>Starts other programs, and this one again.</summary>
internal static class ChildProcess
{
    /// <summary>This program with other arguments.</summary>
    public static IReadOnlyList<string> Self { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet"
            ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "Policing.AuditDrill.dll")]
            : [Environment.ProcessPath!];

    public static Process Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1)) { RedirectStandardInput = true, UseShellExecute = false };
        // A process that may write its perf map or listen for debuggers does more than its work.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start) ?? throw new DrillException($"{Path.GetFileName(command[0])} cannot be started.");
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        using Process process = Start(command, environment);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
