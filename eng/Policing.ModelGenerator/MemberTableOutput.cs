namespace Policing.ModelGenerator;

/// <summary>
/// The members of all records and parts as one text that a program reads at its first minimisation: without reflection, and without the
/// start-up of a thousand constructors.
/// </summary>
internal static class MemberTableOutput
{
    /// <summary>The folder of the package that reads it, from the repository's root.</summary>
    public const string Source = "src/Policing.Ethics";

    public static GeneratedFile Write(Model model)
    {
        SourceText text = new SourceText().Header();
        text.Line("namespace Policing.Ethics.Minimisation;").Line();
        text.Line("/// <summary>A line '=type' or ':Part' begins a record or part; each line below it is a member: name, data class, shape, kind, part.</summary>");
        text.Open("internal static class MemberTable");
        text.Line("public static ReadOnlySpan<byte> Text => \"\"\"");
        Members(text, "=", model.Records.First().Envelope);
        foreach (ModelType record in model.Records.OrderBy(r => r.WireType, StringComparer.Ordinal)) Members(text, "=" + record.WireType, record.Own);
        foreach (ModelType part in model.Types.Where(t => t.WireType is null)) Members(text, ":" + part.Name, part.Own);
        text.Line("\"\"\"u8;").Close();
        return new($"{Source}/Minimisation/Generated/MemberTable.g.cs", text.ToString());
    }

    private static void Members(SourceText text, string head, IEnumerable<ModelProperty> members)
    {
        text.Line(head);
        foreach (ModelProperty member in members)
        {
            string part = member.Kind == ValueKind.Part ? " " + member.TypeName : "";
            text.Line($"{member.WireName} {DictionaryRows.Kebab(member.DataClass)} {member.Shape} {member.Kind}{part}");
        }
    }
}
