using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Policing.Benchmarks.Start;

/// <summary>
/// Publishes the programs of benchmarks/startup, and keeps them under artifacts/startup by the hash of all that goes into them, so that
/// only a change costs the native compiler's half minute.
/// </summary>
internal static class StartPublisher
{
    private static readonly string[] Sources = ["src/Policing.DataModel", "schemas/reference-data", "benchmarks/startup", "benchmarks/Policing.Benchmarks/Records"];
    private static readonly string[] Files = ["Directory.Build.props", "Directory.Packages.props", "global.json", "src/Directory.Build.props", "src/Directory.Build.targets"];

    private static readonly Dictionary<string, string> Failures = new(StringComparer.Ordinal);

    /// <summary>The published program's path; null, with the reason, where it cannot be published here.</summary>
    public static string? Publish(string project, string program, bool native, out string reason)
    {
        string kept = Path.Combine(Repository.Root, "artifacts/startup", Hash());
        string folder = Path.Combine(kept, $"{project}-{(native ? "native" : "jit")}");
        string path = Path.Combine(folder, program);
        if (Failures.TryGetValue(folder, out string? failure))
        {
            reason = failure;
            return null;
        }

        reason = File.Exists(path) ? "" : native && !HasLinker() ? "no C linker" : Build(project, folder, native);
        if (reason.Length == 0) return path;
        Failures.Add(folder, reason);
        return null;
    }

    /// <summary>Lets go of what earlier states of the sources left.</summary>
    public static void RemoveOld()
    {
        string all = Path.Combine(Repository.Root, "artifacts/startup");
        if (!Directory.Exists(all)) return;
        string current = Hash();
        foreach (string folder in Directory.GetDirectories(all))
            if (Path.GetFileName(folder) != current) Directory.Delete(folder, recursive: true);
    }

    // Published beside its place and moved there whole: a run that is broken off leaves nothing that looks finished.
    private static string Build(string project, string folder, bool native)
    {
        string unfinished = folder + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        ProcessStartInfo info = new("dotnet")
        {
            ArgumentList = { "publish", Path.Combine(Repository.Root, "benchmarks/startup", project), "-c", "Release", "-o", unfinished, "-v", "quiet", "--nologo" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (native) info.ArgumentList.Add("-p:Native=true");
        using Process process = Process.Start(info)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine(said);
            return "dotnet publish failed; see above";
        }

        Directory.Move(unfinished, folder);
        return "";
    }

    private static bool HasLinker() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "clang")) || File.Exists(Path.Combine(p, "gcc")));

    private static string Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> inFolders = Sources.SelectMany(s => Directory.EnumerateFiles(Path.Combine(Repository.Root, s), "*", SearchOption.AllDirectories));
        foreach (string file in inFolders.Concat(Files.Select(f => Path.Combine(Repository.Root, f))).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository.Root, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
