using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>The whole of what the conformance kit asks a server, by the tool as a process, against samples/PartnerApi as a process on loopback and SQLite.</summary>
internal static partial class ConformanceSuite
{
    private const double MostSeconds = 90;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts/conformance");
    private static readonly string Tool = Path.Combine(Folder, "tool", "Policing.Cli");
    private static readonly string Sample = Path.Combine(Folder, "sample", "PartnerApi");

    public static void Prepare()
    {
        Publish("src/Policing.Cli", Path.GetDirectoryName(Tool)!);
        Publish("samples/PartnerApi", Path.GetDirectoryName(Sample)!);
    }

    public static void Measure(FigureSheet sheet)
    {
        if (!File.Exists(Tool) || !File.Exists(Sample))
        {
            sheet.Fail("conformance.server.time", "dotnet publish failed; it says why above");
            return;
        }

        DirectoryInfo data = Directory.CreateTempSubdirectory("psdk-conformance-");
        using Process server = Process.Start(new ProcessStartInfo(Sample) { ArgumentList = { "--data", data.FullName, "--port", "0", "--test-tokens" }, RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            string address = Started(server);
            long start = Stopwatch.GetTimestamp();
            (int code, string said) = Run(address, data.FullName);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (code == 0) sheet.Add(new("conformance.server.time", seconds, MostSeconds, "s", said));
            else sheet.Fail("conformance.server.time", said);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
            data.Delete(recursive: true);
        }
    }

    // It prints its address, and then how to stop it.
    private static string Started(Process server)
    {
        Task<string> reading = Task.Run(() =>
        {
            string said = "";
            while (server.StandardOutput.ReadLine() is { } line && !line.Contains("Ctrl+C", StringComparison.Ordinal)) said += line + "\n";
            return said;
        });
        if (!reading.Wait(LongestStart)) throw new InvalidOperationException("The sample did not start.");
        // What it says from now on is taken in, so that it never waits for a reader.
        _ = server.StandardOutput.ReadToEndAsync();
        return Address().Match(reading.Result).Value;
    }

    private static (int Code, string Said) Run(string address, string folder)
    {
        ProcessStartInfo info = new(Tool)
        {
            ArgumentList =
            {
                "conformance", "run", "--target", address, "--target-is-mine", "--quiet", "--token-file", "test-tokens/all-scopes",
                "--token-without-scopes-file", "test-tokens/without-scopes", "--token-of-another-file", "test-tokens/of-another",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        using Process tool = Process.Start(info)!;
        string said = tool.StandardOutput.ReadToEnd().Trim();
        tool.WaitForExit();
        return (tool.ExitCode, said.Split('\n')[^1]);
    }

    private static void Publish(string project, string output)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", Path.Combine(Repository.Root, project), "-c", "Release", "-o", output, "-v", "quiet", "--nologo" },
            UseShellExecute = false,
        })!;
        process.WaitForExit();
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
