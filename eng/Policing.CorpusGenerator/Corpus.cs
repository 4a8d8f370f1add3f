using System.Text;
using Policing.ModelGenerator;

namespace Policing.CorpusGenerator;

/// <summary>All files of the corpora.</summary>
internal static class Corpus
{
    public const string Folder = "tests/corpora";

    /// <summary>The generated files of the repository at this root; writes nothing.</summary>
    public static IReadOnlyList<GeneratedFile> Generate(string root)
    {
        SchemaFolder strict = new(root, "strict");
        SchemaFolder open = new(root, "open");
        CorpusIndex index = new(strict, open);
        List<GeneratedFile> files = [.. ValidRecords(root, strict, index), .. RuleFiles.All(index), .. SchemaCases(strict, index)];
        files.Add(new("index.json", index.Text()));
        files.Add(FindingsPage.Make());
        return files;
    }

    private static IEnumerable<GeneratedFile> ValidRecords(string root, SchemaFolder strict, CorpusIndex index)
    {
        FullRecords records = new(strict, Samples.Read(), CodeLists.Read(root));
        foreach (string type in strict.StableRecords)
        {
            GeneratedFile minimal = new($"valid/{type}/minimal.json", CorpusText.Indented(records.Minimal(type)));
            GeneratedFile typical = new($"valid/{type}/typical.json", File.ReadAllText(Path.Combine(root, Folder, "valid", type, "typical.json"), Encoding.UTF8));
            GeneratedFile everything = new($"valid/{type}/everything.json", CorpusText.Indented(records.Everything(type)));
            index.AddValid(minimal, type, "What a record of this type cannot do without.");
            index.AddValid(typical, type, "A record as a system would send it.");
            index.AddEverything(everything, type);
            yield return minimal;
            yield return everything;
        }
    }

    private static IEnumerable<GeneratedFile> SchemaCases(SchemaFolder strict, CorpusIndex index)
    {
        KeywordCases cases = new(strict);
        foreach (string block in strict.Blocks)
        {
            (string text, int count) = cases.Of(block);
            GeneratedFile file = new($"schema-cases/{block}.json", text);
            index.AddSchemaCases(file, block, count);
            yield return file;
        }
    }

    /// <summary>The generated files that differ from those on disk, and those on disk that are generated no more; brought up to date on request.</summary>
    public static IEnumerable<string> Stale(string root, IReadOnlyList<GeneratedFile> files, bool write)
    {
        string folder = Path.Combine(root, Folder);
        // The typical records are written by hand.
        IEnumerable<string> present = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "typical.json").Order(StringComparer.Ordinal);
        return Repository.Stale(folder, files, present, write);
    }
}
