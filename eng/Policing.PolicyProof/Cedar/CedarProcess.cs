using System.Diagnostics;
using System.Text.Json;

namespace Policing.PolicyProof.Cedar;

/// <summary>Runs eng/cedar-peer/judge.mjs.</summary>
internal static class CedarProcess
{
    private static readonly JsonSerializerOptions s_camel = new(JsonSerializerDefaults.Web);

    public static async Task<CedarAnswer[]> JudgeAsync(IEnumerable<string> lines)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines);
            string output = await RunAsync(file);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<CedarAnswer>(line, s_camel)!)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string file)
    {
        ProcessStartInfo start = new("node") { RedirectStandardOutput = true, UseShellExecute = false };
        // The fault is in taking optimised code back; most of the time goes into WebAssembly, which this does not slow.
        start.ArgumentList.Add("--no-opt");
        start.ArgumentList.Add(Path.Combine(Repository.Root, "eng/cedar-peer/judge.mjs"));
        start.ArgumentList.Add(file);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"Cedar ended with exit code {process.ExitCode}. Run npm ci --ignore-scripts in eng/cedar-peer first.");
    }
}
