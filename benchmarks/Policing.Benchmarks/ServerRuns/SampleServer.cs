using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>samples/PartnerApi, published, as a process on loopback and SQLite, with the tokens for tests. Its data are on the disk of the working copy and go with it.</summary>
internal sealed partial class SampleServer : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly string Sample = Path.Combine(Repository.Root, "artifacts/sample-server", "PartnerApi");

    private readonly Process _process;

    private SampleServer(Process process, string folder, string said)
    {
        _process = process;
        Folder = folder;
        Address = AddressOf().Match(said).Value;
        Example = ExampleOf().Match(said).Value;
    }

    public static bool IsPrepared => File.Exists(Sample);

    public string Folder { get; }

    public string Address { get; }

    /// <summary>The path of a record that is there.</summary>
    public string Example { get; }

    public static void Prepare() => PublishedProgram.Publish("samples/PartnerApi", Path.GetDirectoryName(Sample)!);

    public static SampleServer Start(params ReadOnlySpan<string> arguments)
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "sample-data-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        ProcessStartInfo info = new(Sample) { ArgumentList = { "--data", folder, "--port", "0", "--test-tokens" }, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in arguments) info.ArgumentList.Add(argument);
        Process process = Process.Start(info)!;
        Task<string> reading = Task.Run(() => Said(process));
        if (!reading.Wait(LongestStart)) throw new InvalidOperationException("The sample did not start.");
        // What it says from now on is taken in, so that it never waits for a reader.
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, folder, reading.Result);
    }

    /// <summary>One of its tokens for tests.</summary>
    public string Token(string name) => File.ReadAllText(Path.Combine(Folder, "test-tokens", name));

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    // It prints its address and what to try, and then how to stop it.
    private static string Said(Process process)
    {
        string said = "";
        while (process.StandardOutput.ReadLine() is { } line)
        {
            said += line + "\n";
            if (line.Contains("Ctrl+C", StringComparison.Ordinal)) break;
        }

        return said;
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressOf();

    [GeneratedRegex("/v1/records/person/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExampleOf();
}
