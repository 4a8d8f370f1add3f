namespace Policing.ModelGenerator;

/// <summary>
/// The peers of benchmarks/: for some records the classes that one would write without the SDK. Generated, so that they have the members of
/// the records, all of them and in their order, whatever becomes of the records.
/// </summary>
internal static class PlainOutput
{
    // Those that the benchmarks read and write; their parts come with them.
    private static readonly string[] Peers = ["Bundle", "Crime", "Link", "Location", "Person", "StopSearch"];

    public static GeneratedFile Write(Model model)
    {
        SourceText text = new SourceText().Header("System.Text.Json");
        text.Line("namespace Policing.Benchmarks.Records;");
        foreach (ModelType type in Reached(model)) Class(text.Line(), type);
        return new("benchmarks/Policing.Benchmarks/Records/PlainRecords.g.cs", text.ToString());
    }

    private static IEnumerable<ModelType> Reached(Model model)
    {
        Dictionary<string, ModelType> types = model.Types.ToDictionary(t => t.Name, StringComparer.Ordinal);
        SortedSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> waiting = new(Peers);
        while (waiting.TryPop(out string? name))
        {
            if (!reached.Add(name)) continue;
            foreach (ModelProperty property in types[name].All.Where(p => p.Kind == ValueKind.Part)) waiting.Push(property.TypeName);
        }

        return reached.Select(n => types[n]);
    }

    private static void Class(SourceText text, ModelType type)
    {
        text.Open($"internal sealed class Plain{type.Name}{(type.WireType is null ? "" : " : PlainRecord")}");
        foreach (ModelProperty property in type.All) text.Line($"public {Declared(property)}? {property.Name} {{ get; set; }}");
        text.Close();
    }

    private static string Declared(ModelProperty property) => property.Shape switch
    {
        Shape.List => $"List<{Value(property)}>",
        Shape.Map => $"Dictionary<string, {Value(property)}>",
        _ => Value(property),
    };

    private static string Value(ModelProperty property) => property.Kind switch
    {
        ValueKind.String or ValueKind.Text or ValueKind.Code => "string",
        ValueKind.Boolean => "bool",
        ValueKind.Integer => "int",
        ValueKind.Decimal => "decimal",
        ValueKind.Raw => "JsonElement",
        ValueKind.Part => "Plain" + property.TypeName,
        ValueKind.Record => "PlainRecord",
        _ => throw new InvalidOperationException(property.Name),
    };
}
