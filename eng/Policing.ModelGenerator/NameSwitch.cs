namespace Policing.ModelGenerator;

/// <summary>A switch that finds the place of a name among others: by its length first, so that few are compared.</summary>
internal static class NameSwitch
{
    public static void Write(SourceText text, string variable, IEnumerable<string> names)
    {
        text.Open($"switch ({variable}.Length)");
        foreach (var group in names.Select((n, i) => (Name: n, Place: i)).GroupBy(n => n.Name.Length).OrderBy(g => g.Key))
        {
            text.Line($"case {group.Key}:");
            foreach ((string name, int place) in group) text.Line($"    if ({variable}.SequenceEqual(\"{name}\"u8)) return {place};");
            text.Line("    return -1;");
        }

        text.Line("default:").Line("    return -1;").Close();
    }
}
