using System.Buffers;
using System.Globalization;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>Entries for others, such as the Commissioner (DPA 2018 s.62(5)).</summary>
public sealed partial class AuditReader
{
    private static readonly string[] Names = ["index", "id", "time", "kind", "operation", "outcome", "actor", "agency", "recipient", "recordType", "purpose", "basis", "intact"];
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    /// <summary>Writes entries as lines of JSON: index, core and details with their salts, so that whoever gets them can hold them against the log.</summary>
    /// <param name="output">Where to; it is left open.</param>
    /// <param name="query">Which.</param>
    /// <param name="context">Who reads, and why.</param>
    /// <param name="use">What for.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">As <see cref="ReadAsync"/> has it.</exception>
    /// <exception cref="AccessRefusedException">It is refused; nothing was written.</exception>
    /// <exception cref="AuditLogException">The log fails; what came before is written.</exception>
    public async Task<long> WriteNdjsonAsync(Stream output, AuditQuery query, AccessContext context, AuditUse use, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        long count = 0;
        await foreach (AuditRecord record in ReadAsync(query, context, use, cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync(Line(record), cancellationToken).ConfigureAwait(false);
            count++;
        }
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    /// <summary>Writes the cores of entries as CSV of RFC 4180, with a line of names. No details are in it, and no cell that a spreadsheet takes for a formula.</summary>
    /// <param name="output">Where to; it is left open.</param>
    /// <param name="query">Which.</param>
    /// <param name="context">Who reads, and why.</param>
    /// <param name="use">What for.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">As <see cref="ReadAsync"/> has it.</exception>
    /// <exception cref="AccessRefusedException">It is refused; nothing was written.</exception>
    /// <exception cref="AuditLogException">The log fails; what came before is written.</exception>
    public async Task<long> WriteCsvAsync(Stream output, AuditQuery query, AccessContext context, AuditUse use, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        long count = 0;
        await foreach (AuditRecord record in ReadAsync(query, context, use, cancellationToken).ConfigureAwait(false))
        {
            if (count++ == 0) await WriteRowAsync(output, Names, cancellationToken).ConfigureAwait(false);
            await WriteRowAsync(output, Cells(record), cancellationToken).ConfigureAwait(false);
        }
        if (count == 0) await WriteRowAsync(output, Names, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static byte[] Line(AuditRecord record)
    {
        ArrayBufferWriter<byte> line = new();
        line.Write("{\"core\":"u8);
        Write(line, record.Core.Span);
        line.Write(",\"coreSalt\":\""u8);
        line.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(record.CoreSalt.Span)));
        line.Write("\""u8);
        if (record.Details is { } details)
        {
            line.Write(",\"details\":"u8);
            Write(line, details.Span);
            line.Write(",\"detailsSalt\":\""u8);
            line.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String((record.DetailsSalt ?? default).Span)));
            line.Write("\""u8);
        }
        line.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"index\":{record.Index},\"intact\":{(record.IsIntact ? "true" : "false")}}}\n")));
        return line.WrittenSpan.ToArray();
    }

    // What somebody put in the place of JSON is kept, as text in base64.
    private static void Write(ArrayBufferWriter<byte> line, ReadOnlySpan<byte> part)
    {
        if (AuditRecord.IsJson(part) && part.IndexOfAny((byte)'\n', (byte)'\r') < 0) line.Write(part);
        else line.Write(Encoding.ASCII.GetBytes($"\"{Convert.ToBase64String(part)}\""));
    }

    private static string?[] Cells(AuditRecord record)
    {
        CoreView? core = record.View;
        return
        [
            record.Index.ToString(CultureInfo.InvariantCulture), record.Id.Value, core?.Time is { } time ? AuditContentWriter.Time(time) : null,
            core?.Kind is { } kind ? AuditNames.Kinds.Of(kind) : null, core is null or { Operation: AccessOperation.Unstated } ? null : PolicyNames.Operations.Of(core.Operation),
            core?.Outcome, core?.Actor, core?.Agency, core?.Recipient, core?.RecordType, core?.Purpose, core?.Basis, record.IsIntact ? "yes" : "no",
        ];
    }

    private static async Task WriteRowAsync(Stream output, string?[] cells, CancellationToken cancellationToken) =>
        await output.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n"), cancellationToken).ConfigureAwait(false);

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        string safe = text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
