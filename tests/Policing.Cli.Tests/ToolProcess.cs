using System.Diagnostics;
using System.Text;

namespace Policing.Cli.Tests;

/// <summary>The tool, run as a process, in a folder of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policing-cli-");

    /// <summary>The built tool: an assembly that the host starts, where it was built; beside the tests are assemblies of a web server that it does not have.</summary>
    public static string Assembly { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../..", "Policing.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Policing.Cli.dll"));

    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    public string Folder => _folder.FullName;

    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return name;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Runs it to its end.</summary>
    public Task<ToolOutcome> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    /// <summary>Starts it, for who ends it otherwise.</summary>
    public Process Begin(params string[] arguments) => Start(Host, [Assembly, .. arguments]);

    /// <summary>Runs it with its output going to a device.</summary>
    public async Task<ToolOutcome> RunOnAsync(string device, params string[] arguments)
    {
        using Process process = Start("/bin/sh", ["-c", $"exec \"$@\" > {device}", "sh", Host, Assembly, .. arguments]);
        return await EndAsync(process, input: null);
    }

    public async Task<ToolOutcome> RunAsync(byte[]? input, params string[] arguments)
    {
        using Process process = Start(Host, [Assembly, .. arguments]);
        return await EndAsync(process, input);
    }

    private static async Task<ToolOutcome> EndAsync(Process process, byte[]? input)
    {
        // Read while it writes: a full pipe would stop it.
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        using CancellationTokenSource limit = new(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The tool did not end within a minute.");
        }

        return new(process.ExitCode, await output, await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Process Start(string program, string[] arguments)
    {
        ProcessStartInfo info = new(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Folder,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments) info.ArgumentList.Add(argument);
        info.Environment["DOTNET_NOLOGO"] = "1";
        return Process.Start(info)!;
    }
}
