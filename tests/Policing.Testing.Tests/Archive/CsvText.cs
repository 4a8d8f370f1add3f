using System.Text;

namespace Policing.Testing.Tests.Archive;

/// <summary>
/// A small reader of CSV of our own, so that the tests do not trust the code under test: a character at a time, quotes understood.
/// </summary>
internal sealed class CsvText
{
    public required string[] Header { get; init; }

    public required List<string[]> Rows { get; init; }

    public required bool EndsInLineEnd { get; init; }

    public required int CarriageReturns { get; init; }

    public required int LineFeeds { get; init; }

    public required HashSet<int> RowsWithQuotes { get; init; }

    public static CsvText Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var rows = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quotedRows = new HashSet<int>();
        var inQuotes = false;
        foreach (var character in text)
        {
            switch (character)
            {
                case '"':
                    inQuotes = !inQuotes;
                    quotedRows.Add(rows.Count - 1);
                    break;
                case ',' when !inQuotes:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !inQuotes:
                    fields.Add(field.ToString());
                    field.Clear();
                    rows.Add([.. fields]);
                    fields.Clear();
                    break;
                case '\r' when !inQuotes:
                    break;
                default:
                    field.Append(character);
                    break;
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            rows.Add([.. fields, field.ToString()]);
        }

        return new()
        {
            Header = rows[0],
            Rows = rows[1..],
            EndsInLineEnd = text.EndsWith('\n'),
            CarriageReturns = text.Count(character => character == '\r'),
            LineFeeds = text.Count(character => character == '\n'),
            RowsWithQuotes = quotedRows,
        };
    }
}
