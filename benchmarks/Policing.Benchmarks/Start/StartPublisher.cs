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
    private static readonly string[] Sources = ["src/Policing.DataModel", "src/Policing.JsonSchema", "schemas/reference-data", "schemas/1.0", "benchmarks/startup", "benchmarks/Policing.Benchmarks/Records"];
    private static readonly string[] Files = ["Directory.Build.props", "Directory.Packages.props", "global.json", "src/Directory.Build.props", "src/Directory.Build.targets"];

    private static readonly string Kept = Path.Combine(Repository.Root, "artifacts/startup");
    private static readonly HashSet<string> Failures = new(StringComparer.Ordinal);

    /// <summary>The published program's path; null where publishing failed, once and for this run.</summary>
    public static string? Publish(string project, string program, bool native)
    {
        string folder = Path.Combine(Kept, Hash(), $"{project}-{(native ? "native" : "jit")}");
        string path = Path.Combine(folder, program);
        if (File.Exists(path)) return path;
        if (Failures.Contains(folder) || !Build(project, folder, native)) Failures.Add(folder);
        return Failures.Contains(folder) ? null : path;
    }

    /// <summary>Whether the native compiler can link here.</summary>
    public static bool HasLinker() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "clang")) || File.Exists(Path.Combine(p, "gcc")));

    /// <summary>Lets go of what earlier states of the sources left.</summary>
    public static void RemoveOld()
    {
        if (!Directory.Exists(Kept)) return;
        string current = Hash();
        foreach (string folder in Directory.GetDirectories(Kept))
            if (Path.GetFileName(folder) != current) Directory.Delete(folder, recursive: true);
    }

    // Published beside its place and moved there whole: a run that is broken off leaves nothing that looks finished.
    private static bool Build(string project, string folder, bool native)
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
            return false;
        }

        Directory.Move(unfinished, folder);
        return true;
    }

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
