using System.Text;

namespace Policing.CorpusGenerator;

/// <summary>All files of the corpora.</summary>
internal static class Corpus
{
    public const string Folder = "tests/corpora";

    /// <summary>The folder that holds the solution, at or above a folder.</summary>
    public static string FindRoot(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) return folder.FullName;
        throw new InvalidOperationException("Run this inside the repository: no folder above holds PolicingSdk.sln.");
    }

    /// <summary>The generated files of the repository at this root; writes nothing.</summary>
    public static IReadOnlyList<CorpusFile> Generate(string root)
    {
        SchemaFolder strict = new(root, "strict");
        SchemaFolder open = new(root, "open");
        CorpusIndex index = new(strict, open);
        List<CorpusFile> files = [.. ValidRecords(root, strict, index), .. RuleFiles.All(index), .. SchemaCases(strict, index)];
        files.Add(new("index.json", index.Text()));
        files.Add(FindingsPage.Make());
        return files;
    }

    private static IEnumerable<CorpusFile> ValidRecords(string root, SchemaFolder strict, CorpusIndex index)
    {
        FullRecords records = new(strict, Samples.Read(), CodeLists.Read(root));
        foreach (string type in strict.StableRecords)
        {
            CorpusFile minimal = new($"valid/{type}/minimal.json", CorpusText.Indented(records.Minimal(type)));
            CorpusFile typical = new($"valid/{type}/typical.json", File.ReadAllText(Path.Combine(root, Folder, "valid", type, "typical.json"), Encoding.UTF8));
            CorpusFile everything = new($"valid/{type}/everything.json", CorpusText.Indented(records.Everything(type)));
            index.AddValid(minimal, type, "What a record of this type cannot do without.");
            index.AddValid(typical, type, "A record as a system would send it.");
            index.AddEverything(everything, type);
            yield return minimal;
            yield return everything;
        }
    }

    private static IEnumerable<CorpusFile> SchemaCases(SchemaFolder strict, CorpusIndex index)
    {
        KeywordCases cases = new(strict);
        foreach (string block in strict.Blocks)
        {
            (string text, int count) = cases.Of(block);
            CorpusFile file = new($"schema-cases/{block}.json", text);
            index.AddSchemaCases(file, block, count);
            yield return file;
        }
    }

    /// <summary>The generated files that differ from those on disk, and those on disk that are generated no more; brought up to date on request.</summary>
    public static IEnumerable<string> Stale(string root, IReadOnlyList<CorpusFile> files, bool write)
    {
        string folder = Path.Combine(root, Folder);
        foreach (CorpusFile file in files)
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
        foreach (string path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (wanted.Contains(relative) || relative.EndsWith("/typical.json", StringComparison.Ordinal)) continue;
            if (write) File.Delete(path);
            yield return relative;
        }
    }
}
