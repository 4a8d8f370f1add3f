using System.Globalization;
using System.Text;

namespace Policing.Testing;

/// <summary>
/// Writes rows as the archive does: commas, quotes only where a field needs them, ASCII. Keeps one row and a small buffer.
/// </summary>
internal sealed class ArchiveCsvWriter(Stream destination, SyntheticLineEnds lineEnds, bool indexColumn)
{
    private const int FlushAt = 32 * 1024;

    private readonly StringBuilder text = new(FlushAt + 1024);
    private byte[] bytes = new byte[FlushAt + 1024];
    private long lines;

    public void WriteHeader(IEnumerable<string> names)
    {
        Append(indexColumn ? names.Prepend("") : names);
        EndLine();
    }

    public void WriteRow(long row, List<string> fields)
    {
        Append(WithIndex(row, fields));
        EndLine();
        if (text.Length >= FlushAt)
        {
            Flush();
        }
    }

    /// <summary>Writes the first half of the row and no line end.</summary>
    public void WriteHalfRow(long row, List<string> fields)
    {
        var start = text.Length;
        Append(WithIndex(row, fields));
        text.Length = start + ((text.Length - start) / 2);
    }

    public void Flush()
    {
        if (bytes.Length < text.Length)
        {
            bytes = new byte[text.Length];
        }

        var position = 0;
        foreach (var chunk in text.GetChunks())
        {
            position += Encoding.ASCII.GetBytes(chunk.Span, bytes.AsSpan(position));
        }

        destination.Write(bytes, 0, position);
        text.Clear();
    }

    private IEnumerable<string> WithIndex(long row, List<string> fields) =>
        indexColumn ? fields.Prepend(row.ToString(CultureInfo.InvariantCulture)) : fields;

    private void Append(IEnumerable<string> fields)
    {
        var separator = "";
        foreach (var field in fields)
        {
            text.Append(separator);
            AppendField(field);
            separator = ",";
        }
    }

    private void AppendField(string field)
    {
        // No field of ours has a quotation mark or a line end, so a comma is the only reason to quote. A fragment that starts with a space
        // stands for a name whose comma was not quoted.
        if (field.Contains(',', StringComparison.Ordinal))
        {
            text.Append('"').Append(field).Append('"');
        }
        else
        {
            text.Append(field);
        }
    }

    private void EndLine()
    {
        var carriageReturn = lineEnds switch
        {
            SyntheticLineEnds.LineFeed => false,
            SyntheticLineEnds.CarriageReturnLineFeed => true,
            _ => lines % 2 == 0,
        };
        text.Append(carriageReturn ? "\r\n" : "\n");
        lines++;
    }
}
