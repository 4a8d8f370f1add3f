using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Archive;

/// <summary>Finds the end of a record that has quotes in it (RFC 4180: a quote counts only at the start of a field).</summary>
/// <param name="Status">Whether the record is whole.</param>
/// <param name="Length">Its characters without the line end.</param>
/// <param name="Consumed">Its characters with the line end.</param>
/// <param name="Lines">The lines that it takes.</param>
/// <param name="Fields">Its fields; where it is broken, the number of the field that is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuoteScan(QuoteStatus Status, int Length, int Consumed, int Lines, int Fields)
{
    // No archive row has a line end in a field. A stray quote must not make the reader look far for its fellow, again for each line.
    private const int MaxLines = 32;

    public static QuoteScan Of(ReadOnlySpan<char> text, bool atEnd)
    {
        var at = 0;
        var fields = 1;
        var lines = 1;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                var closed = PassQuoted(text, ref at, ref lines);
                if (!closed || (at == text.Length && !atEnd))
                    return Stop(atEnd || lines > MaxLines, fields);
                if (EndsAt(text, at) is { } end)
                    return end < 0 && !atEnd ? Stop(broken: false, fields) : Whole(text, at, lines, fields);
                if (text[at] != ',')
                    return Stop(broken: true, fields);
            }
            else
            {
                var next = text[at..].IndexOfAny(',', '\n');
                if (next < 0 && !atEnd)
                    return Stop(broken: false, fields);
                at = next < 0 ? text.Length : at + next;
                if (at == text.Length || text[at] == '\n')
                    return Whole(text, at, lines, fields);
            }

            at++;
            fields++;
        }
    }

    /// <summary>The number of the field in which a character of a whole record stands.</summary>
    public static int ColumnAt(ReadOnlySpan<char> record, int index)
    {
        var quoted = false;
        var column = 1;
        var fieldStart = 0;
        for (var i = 0; i < index; i++)
        {
            if (record[i] == '"' && (quoted || i == fieldStart))
            {
                quoted = !quoted;
                fieldStart = quoted ? fieldStart : i + 1; // a doubled quote opens the field again
            }
            else if (record[i] == ',' && !quoted)
            {
                column++;
                fieldStart = i + 1;
            }
        }

        return column;
    }

    /// <summary>Passes over a quoted field and stops behind its closing quote.</summary>
    private static bool PassQuoted(ReadOnlySpan<char> text, ref int at, ref int lines)
    {
        at++;
        while (true)
        {
            var quote = text[at..].IndexOf('"');
            var inside = quote < 0 ? text[at..] : text.Slice(at, quote);
            lines += inside.Count('\n');
            if (quote < 0 || lines > MaxLines)
                return false;
            at += quote + 1;
            if (at == text.Length || text[at] != '"')
                return true;
            at++;
        }
    }

    /// <summary>Whether the record ends here: 1 yes, -1 if the text ends before that is sure, null no.</summary>
    private static int? EndsAt(ReadOnlySpan<char> text, int at)
    {
        if (at == text.Length || text[at] == '\n')
            return 1;
        if (text[at] != '\r')
            return null;
        if (at + 1 == text.Length)
            return -1;
        return text[at + 1] == '\n' ? 1 : null;
    }

    private static QuoteScan Stop(bool broken, int fields) =>
        new(broken ? QuoteStatus.Broken : QuoteStatus.Incomplete, 0, 0, 0, fields);

    /// <summary>A record that ends at a line end, or at the end of the text.</summary>
    private static QuoteScan Whole(ReadOnlySpan<char> text, int at, int lines, int fields)
    {
        // Behind a quoted field the carriage return is still ahead; behind another it has been passed.
        if (at < text.Length && text[at] == '\r')
            return new(QuoteStatus.Whole, at, Math.Min(at + 2, text.Length), lines, fields);
        var length = at > 0 && text[at - 1] == '\r' ? at - 1 : at;
        return new(QuoteStatus.Whole, length, Math.Min(at + 1, text.Length), lines, fields);
    }
}
