using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>
/// Reads and writes records as JSON. Reading is total: it never throws for what a text holds, and what it cannot understand it keeps, with
/// a finding. Thread-safe and stateless.
/// </summary>
public static class PoliceJson
{
    /// <summary>The levels that a bundle is around its records: itself, and their list.</summary>
    private const int BundleLevels = 2;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonLocator.AnyDepth, SkipValidation = true };

    /// <summary>Reads one record from UTF-8.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> utf8, ReadOptions? options = null)
    {
        List<ReadNote> notes = [];
        ReadContext context = NewContext(options ?? ReadOptions.Default, notes);
        PoliceRecord? record = TryRead(utf8, context, notes);
        return new(record, record is null ? Unread(utf8, notes) : default, Report(utf8, notes, context.Dropped));
    }

    /// <summary>Reads one record from a stream, to its end or the limit.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<ReadResult> ReadAsync(Stream utf8, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= ReadOptions.Default;
        ReadOnlyMemory<byte> text = await ReadToLimitAsync(utf8, options.Limits, cancellationToken).ConfigureAwait(false);
        return Read(text.Span, options);
    }

    /// <summary>A stream's content, or as much of it as shows that it is over the limit.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadToLimitAsync(Stream utf8, JsonLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        int most = Math.Max(limits.DocumentBytes, limits.BundleBytes);
        using MemoryStream text = new();
        byte[] buffer = new byte[64 << 10];
        int read;
        while (text.Length <= most && (read = await utf8.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            text.Write(buffer, 0, read);
        return text.GetBuffer().AsMemory(0, (int)text.Length);
    }

    /// <summary>Writes one record as UTF-8, without line breaks.</summary>
    public static byte[] Write(PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return KeptWriter.Write(record);
    }

    /// <summary>Writes one record as UTF-8 to a buffer, without line breaks.</summary>
    public static void Write(IBufferWriter<byte> output, PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(record);
        using Utf8JsonWriter writer = new(output, Compact);
        RecordJson.Write(writer, record);
    }

    /// <summary>Writes one record as text for people, indented.</summary>
    public static string ToIndentedString(PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, Compact with { Indented = true, NewLine = "\n" })) RecordJson.Write(writer, record);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static Utf8JsonWriter NewWriter(IBufferWriter<byte> output) => new(output, Compact);

    internal static ReadContext NewContext(ReadOptions options, List<ReadNote> notes) =>
        new(options.Limits, notes) { Strict = options.Mode == ReadMode.Strict, Ceiling = options.Ceiling };

    /// <summary>The text of an unreadable record, kept. What is above the ceiling has no place here and is not copied.</summary>
    internal static byte[] Unread(ReadOnlySpan<byte> utf8, List<ReadNote> notes) => notes is [{ Rule: var rule }, ..] && rule == FindingRules.AboveCeiling ? [] : utf8.ToArray();

    /// <summary>The length of the byte order mark that a text may begin with; offsets of notes are counted from behind it.</summary>
    internal static int MarkLength(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Reads a record; null, with the reason as the only note, where the text is unreadable.</summary>
    internal static PoliceRecord? TryRead(ReadOnlySpan<byte> utf8, ReadContext context, List<ReadNote> notes)
    {
        ReadOnlySpan<byte> text = utf8[MarkLength(utf8)..];
        Utf8JsonReader reader = default;
        try
        {
            RequireAcceptable(text, context.Limits);
            return ReadDocument(text, ref reader, context);
        }
        catch (UnreadableException trouble)
        {
            OnlyNote(notes, new(trouble.Rule, trouble.Offset, trouble.Member));
        }
        catch (JsonException)
        {
            (FindingRule rule, long offset) = JsonLocator.FirstFault(text, reader.CurrentState.Options.MaxDepth);
            OnlyNote(notes, new(rule, offset, null));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, met when its string was decoded.
            OnlyNote(notes, new(FindingRules.NotUnicode, reader.TokenStartIndex, null));
        }

        return null;
    }

    private static PoliceRecord ReadDocument(ReadOnlySpan<byte> utf8, ref Utf8JsonReader reader, ReadContext context)
    {
        JsonLimits limits = context.Limits;
        int type = RecordJson.TypeAsWritten(utf8) ?? FindType(utf8, ref reader, limits);
        bool isBundle = RecordJson.IsBundle(type);
        if (!isBundle && utf8.Length > limits.DocumentBytes) throw new UnreadableException(FindingRules.OverLimit, 0);
        reader = NewReader(utf8, isBundle ? limits.Depth + BundleLevels : limits.Depth);
        reader.Read();
        PoliceRecord record = RecordJson.Read(type, ref reader, context);
        if (record is Bundle bundle && bundle.Records.Count > limits.BundleRecords) throw new UnreadableException(FindingRules.OverLimit, 0);
        // Trailing text is an error of the reader's own.
        reader.Read();
        return record;
    }

    private static int FindType(ReadOnlySpan<byte> utf8, ref Utf8JsonReader reader, JsonLimits limits)
    {
        // The wider limits are a bundle's, and what it is comes out on the way.
        reader = NewReader(utf8, limits.Depth + BundleLevels);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new UnreadableException(FindingRules.NotAnObject, reader.TokenStartIndex);
        long start = reader.TokenStartIndex;
        int type = RecordJson.FindType(ref reader);
        return type == RecordJson.NoType ? throw new UnreadableException(FindingRules.NoType, start) : type;
    }

    private static Utf8JsonReader NewReader(ReadOnlySpan<byte> utf8, int depth) => new(utf8, new JsonReaderOptions { MaxDepth = depth });

    private static void RequireAcceptable(ReadOnlySpan<byte> utf8, JsonLimits limits)
    {
        if (utf8.Length > Math.Max(limits.DocumentBytes, limits.BundleBytes)) throw new UnreadableException(FindingRules.OverLimit, 0);
        if (!Utf8.IsValid(utf8)) throw new UnreadableException(FindingRules.NotUnicode, FirstInvalid(utf8));
    }

    private static long FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        Span<char> chars = stackalloc char[256];
        int done = 0;
        while (true)
        {
            OperationStatus status = Utf8.ToUtf16(utf8[done..], chars, out int read, out _, replaceInvalidSequences: false);
            done += read;
            if (status != OperationStatus.DestinationTooSmall) return done;
        }
    }

    // The reason alone: what was met before it is of a record that is not there.
    private static void OnlyNote(List<ReadNote> notes, in ReadNote note)
    {
        notes.Clear();
        notes.Add(note);
    }

    internal static ValidationReport Report(ReadOnlySpan<byte> utf8, List<ReadNote> notes, int dropped)
    {
        if (notes.Count == 0) return ValidationReport.Empty;
        int mark = MarkLength(utf8);
        // Stable, so that what is found at one place stays in the order of the model.
        ReadNote[] ordered = [.. notes.OrderBy(n => n.Offset)];
        JsonPlace[] places = JsonLocator.Locate(utf8[mark..], [.. ordered.Select(n => n.Offset)]);
        LineCounter lines = new(utf8);
        Finding[] findings = new Finding[ordered.Length];
        for (int i = 0; i < findings.Length; i++)
        {
            (long line, long column) = lines.At(ordered[i].Offset + mark);
            string pointer = ordered[i].Member is { } member ? places[i].Pointer + "/" + member : places[i].Pointer;
            findings[i] = new Finding { Rule = ordered[i].Rule, Pointer = pointer, Line = line, Column = column };
        }

        return new ValidationReport { Findings = new(findings), Dropped = dropped };
    }
}
