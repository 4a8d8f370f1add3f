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
        return
        [
            .. model.Types.Select(ConverterOutput.Write),
            RegistryOutput.Write(model),
            .. model.Lists.Select(CodeListOutput.Write),
            .. model.TextValues.Select(TextValueOutput.Write),
            .. DictionaryOutput.Write(root, model),
        ];
    }
}
