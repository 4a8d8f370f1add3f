using Policing.ModelGenerator.Site;

namespace Policing.ModelGenerator;

/// <summary>All that is generated from the model.</summary>
public static class ModelOutput
{
    /// <summary>The folder of the records' sources, from the repository's root.</summary>
    public const string Source = "src/Policing.DataModel";

    /// <summary>The generated files of the repository at this root; writes nothing.</summary>
    public static IReadOnlyList<GeneratedFile> Generate(string root)
    {
        Model model = ModelReader.Read(root);
        DictionaryRows rows = new(root, model);
        return
        [
            .. model.Types.Select(ConverterOutput.Write),
            RegistryOutput.Write(model),
            MemberValuesOutput.Write(model),
            MemberTableOutput.Write(model),
            .. model.Lists.Select(CodeListOutput.Write),
            .. model.Values.Where(v => v.IsGenerated).Select(v => TextValueOutput.Write(v.Name)),
            .. DictionaryOutput.Write(rows, model),
            ModelJsonOutput.Write(rows, model),
            .. SiteOutput.Write(root, model, rows),
            .. new SchemaOutput(rows, model, SchemaStrictness.Strict).Write(),
            .. new SchemaOutput(rows, model, SchemaStrictness.Open).Write(),
            PlainOutput.Write(model),
        ];
    }

    /// <summary>The generated files that differ from those on disk, and those on disk that are generated no more; brought up to date on request.</summary>
    public static IEnumerable<string> Stale(string root, IReadOnlyList<GeneratedFile> files, bool write) => Repository.Stale(
        root, files,
        [.. Present(root, Source, "*.g.cs"), .. Present(root, MemberTableOutput.Source, "*.g.cs"), .. Present(root, "schemas/1.0", "*.json"), .. Present(root, SiteOutput.Folder, "*")],
        write);

    private static IEnumerable<string> Present(string root, string folder, string pattern)
    {
        string path = Path.Combine(root, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories) : [];
    }
}
