namespace Policing.PoliceUk.Archive;

/// <summary>The row in hand, by the columns of its layout.</summary>
internal sealed class TableRow(CsvTable table, int[] places)
{
    private readonly StringPool _pool = new();

    /// <summary>The data row's number from 1; rows that could not be read count.</summary>
    public long Number { get; set; }

    /// <summary>A column whose texts are all different.</summary>
    public string Own(int column) => places[column] is >= 0 and var field ? table.Field(field).ToString() : string.Empty;

    /// <summary>A column whose texts come again.</summary>
    public string Repeated(int column) => places[column] is >= 0 and var field ? _pool.Get(table.Field(field)) : string.Empty;
}
