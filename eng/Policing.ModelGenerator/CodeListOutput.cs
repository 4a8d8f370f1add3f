namespace Policing.ModelGenerator;

/// <summary>The C# type of one code list.</summary>
internal static class CodeListOutput
{
    public static GeneratedFile Write(ModelCodeList list)
    {
        SourceText text = new SourceText().Header("System.Diagnostics.CodeAnalysis", "System.Text.Json", "System.Text.Json.Serialization", "Policing.DataModel.Json");
        text.Line("namespace Policing.DataModel.Codes;").Line();
        text.Line($"/// <summary>{Xml(list.Title)}: a value of the code list <c>{list.Id}</c>, open to codes that this release does not know.</summary>");
        text.Line($"/// <remarks>Source: {Xml(list.Source)} ({list.Provenance}). Thread-safe; absent is null.</remarks>");
        text.Line($"[JsonConverter(typeof(CodedValueConverter<{list.TypeName}>))]");
        text.Open($"public sealed class {list.TypeName} : CodedValue, ICodedValue<{list.TypeName}>");
        text.Line($"internal static readonly CodeTable<{list.TypeName}> Table = new(\"{string.Concat(list.Codes.Select(c => c.Code + "\\n"))}\"u8,");
        text.Line($"    static (in CodeParts parts, UnknownMembers? unknown, bool isBuiltIn) => new {list.TypeName}(in parts, unknown, isBuiltIn));").Line();
        text.Open($"private {list.TypeName}(in CodeParts parts, UnknownMembers? unknown, bool isBuiltIn)");
        text.Close();
        string made = text.ToString();
        made = made[..made.LastIndexOf("    {\n    }\n", StringComparison.Ordinal)] + "        : base(in parts, unknown, isBuiltIn)\n    {\n    }\n\n";
        SourceText rest = new();
        Members(rest, list);
        return new($"{ModelOutput.Source}/Codes/Generated/{list.TypeName}.g.cs", made + rest + "}\n");
    }

    private static void Members(SourceText text, ModelCodeList list)
    {
        string type = list.TypeName;
        text.Line("    /// <inheritdoc/>");
        text.Line($"    public override string ListId => \"{list.Id}\";").Line();
        text.Line("    /// <inheritdoc/>");
        text.Line($"    public static {type} Of(string code) => Table.Of(code);").Line();
        text.Line("    /// <inheritdoc/>");
        text.Line($"    public static {type} From(in CodeParts parts) => Table.From(parts);").Line();
        text.Line("    /// <inheritdoc/>");
        text.Line($"    public static ReadOnlySpan<{type}> BuiltIn => Table.All;").Line();
        text.Line($"    static CodeTable<{type}> ICodedValue<{type}>.BuiltInTable => Table;").Line();
        text.Line($"    internal static bool TryRead(ref Utf8JsonReader reader, ReadContext context, [NotNullWhen(true)] out {type}? value) =>");
        text.Line("        JsonValues.TryCode(ref reader, context, Table, out value);");
        for (int i = 0; i < list.Codes.Count; i++)
        {
            ModelCode code = list.Codes[i];
            text.Line();
            text.Line($"    /// <summary>{Xml(code.Label)} (<c>{Xml(code.Code)}</c>){(code.Retired ? "; retired" : "")}{(code.Provenance == "unverified" ? "; from an unverified source" : "")}.</summary>");
            if (code.Note is not null) text.Line($"    /// <remarks>{Xml(code.Note)}</remarks>");
            text.Line($"    public static {type} {code.Name} => Table[{i}];");
        }
    }

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
