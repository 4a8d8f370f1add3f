namespace Policing.ModelGenerator;

/// <summary>The members of all records and parts by name, for profiles that name them: a switch each, so that nothing needs reflection.</summary>
internal static class MemberValuesOutput
{
    public static GeneratedFile Write(Model model)
    {
        SourceText text = new SourceText().Header("Policing.DataModel.Completeness");
        text.Line("namespace Policing.DataModel.Json;").Line();
        text.Line("/// <summary>The members of records and parts by name. A member without a value is null, a list its array.</summary>");
        text.Open("internal static class MemberValues");
        text.Line("/// <summary>The members of a record type or part; null for one that the model does not define.</summary>");
        text.Open("public static MemberAccess? Of(string owner) => owner switch");
        foreach (ModelType type in model.Types) text.Line($"\"{type.WireType ?? type.Name}\" => new({Members(type)}, static (value, member) => Get(({type.Name})value, member)),");
        text.Line("_ => null,").Close(";");
        foreach (ModelType type in model.Types) Get(text, type);
        text.Close();
        return new($"{ModelOutput.Source}/Json/Generated/MemberValues.g.cs", text.ToString());
    }

    // A member is followed by the part that it holds, where it holds one.
    private static string Members(ModelType type) =>
        $"\"{string.Join(' ', type.All.Select(p => p.WireName + (p.Kind == ValueKind.Part && p.Shape != Shape.Map ? ":" + p.TypeName : "")))}\"";

    private static void Get(SourceText text, ModelType type)
    {
        text.Line().Open($"private static object? Get({type.Name} value, int member) => member switch");
        for (int i = 0; i < type.All.Count; i++) text.Line($"{i} => {Value(type.All[i])},");
        text.Line("_ => null,").Close(";");
    }

    private static string Value(ModelProperty property)
    {
        string value = "value." + property.Name;
        return property switch
        {
            { Shape: Shape.List } => value + ".Items",
            { Shape: Shape.Map } => $"{value}.IsEmpty ? null : (object){value}",
            { Kind: ValueKind.Text or ValueKind.Raw } => $"{value}.IsAbsent ? null : (object){value}",
            _ => value,
        };
    }
}
