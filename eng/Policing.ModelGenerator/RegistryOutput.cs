namespace Policing.ModelGenerator;

/// <summary>What spans all types: the envelope's names, the choice by type, and the names that the model defines.</summary>
internal static class RegistryOutput
{
    public static GeneratedFile Write(Model model)
    {
        SourceText text = new SourceText().Header("System.Collections.Frozen", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "Policing.DataModel.Validation");
        text.Line("namespace Policing.DataModel.Json;").Line();
        Envelope(text, model);
        Types(text, model);
        DefinedNames(text, model);
        return new($"{ModelOutput.Source}/Json/Generated/ModelRegistry.g.cs", text.ToString());
    }

    private static void Envelope(SourceText text, Model model)
    {
        text.Open("internal static class EnvelopeNames");
        foreach (ModelProperty property in model.Records.First().Envelope)
            text.Line($"public static readonly JsonEncodedText {property.Name} = JsonEncodedText.Encode(\"{property.WireName}\");");
        text.Close().Line();
    }

    private static void Types(SourceText text, Model model)
    {
        ModelType[] records = [.. model.Records.OrderBy(r => r.WireType, StringComparer.Ordinal)];
        text.Open("internal static class ModelTypes");
        text.Line($"public static readonly string[] All = [{string.Join(", ", records.Select(r => $"\"{r.WireType}\""))}];").Line();
        text.Line("/// <summary>The place of a type in <see cref=\"All\"/>; -1 for one that the model does not define.</summary>");
        text.Open("public static int Find(ReadOnlySpan<byte> type)");
        NameSwitch.Write(text, "type", records.Select(r => r.WireType!));
        text.Close().Line();

        text.Open("public static bool TryRead(int type, ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out PoliceRecord? value)");
        text.Line("value = null;");
        text.Open("switch (type)");
        for (int i = 0; i < records.Length; i++)
            text.Line($"case {i}: {{ bool read = {records[i].Name}Json.TryRead(ref reader, context, out {records[i].Name}? record); value = record; return read; }}");
        text.Line("default: return false;").Close().Close().Line();

        text.Open("public static void Write(Utf8JsonWriter writer, PoliceRecord value)");
        text.Open("switch (value)");
        foreach (ModelType record in records) text.Line($"case {record.Name} record: {record.Name}Json.Write(writer, record); break;");
        text.Line("case UnknownRecord record: record.Content.Element.WriteTo(writer); break;");
        text.Line("default: throw new InvalidOperationException(\"A record that this package does not define.\");").Close().Close().Line();

        text.Open("public static void Inspect(Inspector inspector, PoliceRecord value)");
        text.Open("switch (value)");
        foreach (ModelType record in records) text.Line($"case {record.Name} record: {record.Name}Json.Inspect(inspector, record); break;");
        text.Line("default: break;").Close().Close().Line();

        text.Line("/// <summary>The members of a type.</summary>");
        text.Open("public static bool HasMember(string type, string member) => type switch");
        foreach (ModelType record in records)
            text.Line($"\"{record.WireType}\" => member is {string.Join(" or ", record.All.Select(p => $"\"{p.WireName}\""))},");
        text.Line("_ => true,").Close(";");
        text.Close().Line();
    }

    private static void DefinedNames(SourceText text, Model model)
    {
        IEnumerable<string> names = model.Types.SelectMany(t => t.All).Select(p => p.WireName)
            .Concat(["list", "code", "label", "national", "text"]).Distinct().Order(StringComparer.Ordinal);
        text.Line("/// <summary>Every member name that the model defines anywhere; any other name counts as a value and is never shown.</summary>");
        text.Open("internal static class DefinedNames");
        text.Line("private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(");
        text.Line("[");
        foreach (string[] row in names.Chunk(8)) text.Line("    " + string.Join(" ", row.Select(n => $"\"{n}\",")));
        text.Line("], StringComparer.Ordinal);").Line();
        text.Line("public static bool Contains(string name) => All.Contains(name);");
        text.Close();
    }
}
