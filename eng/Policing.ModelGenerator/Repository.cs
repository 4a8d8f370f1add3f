namespace Policing.ModelGenerator;

/// <summary>The files of the repository that generators write.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution, at or above a folder.</summary>
    public static string FindRoot(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) return folder.FullName;
        throw new InvalidOperationException("Run this inside the repository: no folder above holds PolicingSdk.sln.");
    }

    /// <summary>The generated files that differ from those on disk, and those on disk that are generated no more; brought up to date on request.</summary>
    /// <param name="folder">The folder that paths are from.</param>
    /// <param name="files">What is generated.</param>
    /// <param name="present">The files on disk that are there only because they are generated.</param>
    /// <param name="write">Whether they are brought up to date.</param>
    public static IEnumerable<string> Stale(string folder, IReadOnlyList<GeneratedFile> files, IEnumerable<string> present, bool write)
    {
        foreach (GeneratedFile file in files)
        {
            string path = Path.Combine(folder, file.Path);
            if (File.Exists(path) && File.ReadAllText(path) == file.Text) continue;
            if (write)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }

            yield return file.Path;
        }

        HashSet<string> wanted = [.. files.Select(f => f.Path)];
        foreach (string path in present)
        {
            string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (wanted.Contains(relative)) continue;
            if (write) File.Delete(path);
            yield return relative;
        }
    }

    /// <summary>Says of each stale file that it is, or was, and how many there are of all.</summary>
    /// <returns>The exit code: 1 where a check found one.</returns>
    public static int Report(IReadOnlyList<GeneratedFile> files, IEnumerable<string> stalePaths, bool check)
    {
        int stale = 0;
        foreach (string path in stalePaths)
        {
            Console.WriteLine($"{(check ? "stale" : "written")}: {path}");
            stale++;
        }

        Console.WriteLine($"{files.Count} generated files, {stale} {(check ? "stale" : "changed")}.");
        return check && stale > 0 ? 1 : 0;
    }
}
