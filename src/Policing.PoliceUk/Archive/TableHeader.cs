using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>A header matched to one of the tables: which field holds which column, and what was odd.</summary>
internal sealed class TableHeader
{
    private const int Absent = -1;

    private TableHeader(TableLayout layout, int[] places, IReadOnlyList<RowFinding> findings)
    {
        Layout = layout;
        Places = places;
        Findings = findings;
    }

    public TableLayout Layout { get; }

    /// <summary>For each column of the layout the field that holds it, or -1.</summary>
    public int[] Places { get; }

    public IReadOnlyList<RowFinding> Findings { get; }

    /// <summary>Matches the header that the table stands at.</summary>
    /// <exception cref="UnreadableInputException">It is not one of the tables'.</exception>
    public static TableHeader Match(CsvTable table, int input)
    {
        if (table.Fault is { } fault)
            throw new UnreadableInputException(fault.Rule, input, table.Line);
        var names = Names(table);
        var layout = Nearest(names);
        var missing = Missing(layout, names);
        if (missing.Count > 0)
            throw new UnreadableInputException(ImportRules.WrongHeader, input, table.Line, IsNear(layout, missing) ? missing : []);
        return Place(layout, names, input, table.Line);
    }

    private static string[] Names(CsvTable table)
    {
        var names = new string[table.FieldCount];
        for (var i = 0; i < names.Length; i++)
            names[i] = table.Field(i).Trim().ToString();
        return names;
    }

    private static TableLayout Nearest(string[] names)
    {
        var nearest = TableLayout.Street;
        foreach (var layout in TableLayout.All)
        {
            if (Missing(layout, names).Count < Missing(nearest, names).Count)
                nearest = layout;
        }

        return nearest;
    }

    /// <summary>Whether it helps to say what is missing: a header of another table misses nearly everything.</summary>
    private static bool IsNear(TableLayout layout, List<string> missing) =>
        missing.Count * 2 <= layout.Columns.Length - layout.Optional.Length;

    private static List<string> Missing(TableLayout layout, string[] names)
    {
        var missing = new List<string>();
        foreach (var column in layout.Columns)
        {
            if (!layout.IsOptional(column) && FieldOf(column, names) == Absent)
                missing.Add(column);
        }

        return missing;
    }

    private static int FieldOf(string column, string[] names) =>
        Array.FindIndex(names, name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase));

    private static TableHeader Place(TableLayout layout, string[] names, int input, long line)
    {
        var findings = new List<RowFinding>();
        var places = Array.ConvertAll(layout.Columns, column => FieldOf(column, names));
        for (var field = 0; field < names.Length; field++)
            CheckField(field);
        foreach (var place in places)
        {
            if (place == Absent)
                findings.Add(new RowFinding(ImportRules.AbsentColumn, input, line, column: 0));
        }

        return new TableHeader(layout, places, findings);

        void CheckField(int field)
        {
            if (Array.IndexOf(places, field) >= 0)
                return;
            if (names[field].Length == 0)
                findings.Add(new RowFinding(ImportRules.UnnamedColumn, input, line, field + 1));
            else if (Array.Exists(layout.Columns, column => string.Equals(column, names[field], StringComparison.OrdinalIgnoreCase)))
                throw new UnreadableInputException(ImportRules.RepeatedColumn, input, line);
            else
                findings.Add(new RowFinding(ImportRules.UnknownColumn, input, line, field + 1));
        }
    }
}
