using System.Diagnostics;

namespace Policing.SchemaProof.Peers;

/// <summary>Runs eng/json-schema-peers/judge.mjs.</summary>
internal static class PeerProcess
{
    /// <summary>A line for each case.</summary>
    public static async Task<string[]> JudgeAsync(string peer, string file)
    {
        ProcessStartInfo start = new("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "eng/json-schema-peers/judge.mjs"));
        start.ArgumentList.Add(peer);
        start.ArgumentList.Add(file);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{peer} ended with exit code {process.ExitCode}. Run npm ci in eng/json-schema-peers first.");
    }
}
