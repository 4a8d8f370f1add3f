namespace Policing.ModelGenerator;

/// <summary>The files of the repository that the generator reads and writes.</summary>
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
    public static IEnumerable<string> Stale(string root, IReadOnlyList<GeneratedFile> files, bool write)
    {
        foreach (GeneratedFile file in files)
        {
            string path = Path.Combine(root, file.Path);
            if (File.Exists(path) && File.ReadAllText(path) == file.Text) continue;
            if (write)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }

            yield return file.Path;
        }

        HashSet<string> wanted = [.. files.Select(f => f.Path)];
        foreach (string path in Generated(root, ModelOutput.Source, "*.g.cs").Concat(Generated(root, MemberTableOutput.Source, "*.g.cs")).Concat(Generated(root, "schemas/1.0", "*.json")))
        {
            string relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (wanted.Contains(relative)) continue;
            if (write) File.Delete(path);
            yield return relative;
        }
    }

    private static IEnumerable<string> Generated(string root, string folder, string pattern)
    {
        string path = Path.Combine(root, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories) : [];
    }
}
