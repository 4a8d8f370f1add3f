using System.Diagnostics;
using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>The whole of what the conformance kit asks a server, by the tool as a process, against samples/PartnerApi as a process on loopback and SQLite.</summary>
internal static class ConformanceSuite
{
    private const double MostSeconds = 90;

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts/conformance");
    private static readonly string Tool = Path.Combine(Folder, "tool", "Policing.Cli");

    public static void Prepare()
    {
        PublishedProgram.Publish("src/Policing.Cli", Path.GetDirectoryName(Tool)!);
        SampleServer.Prepare();
    }

    public static void Measure(FigureSheet sheet)
    {
        if (!File.Exists(Tool) || !SampleServer.IsPrepared)
        {
            sheet.Fail("conformance.server.time", "dotnet publish failed; it says why above");
            return;
        }

        using SampleServer server = SampleServer.Start();
        long start = Stopwatch.GetTimestamp();
        (int code, string said) = Run(server.Address, server.Folder);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (code == 0) sheet.Add(new("conformance.server.time", seconds, MostSeconds, "s", said));
        else sheet.Fail("conformance.server.time", said);
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
}
