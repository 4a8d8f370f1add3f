using System.Runtime.CompilerServices;
using Policing.DataModel.Json;
using Policing.JsonSchema;

namespace Policing.DataModel.Validation;

/// <summary>
/// Validates records in stages: syntax, schema, codes, rules. What one stage has said of a place, the schema does not say again. Findings name
/// rules and places, never values. Immutable and thread-safe.
/// </summary>
public sealed class PolicingValidator
{
    private readonly ValidationOptions _options;
    private readonly ReadOptions _read;

    /// <summary>A validator.</summary>
    /// <param name="options">What it goes by; the defaults when null.</param>
    public PolicingValidator(ValidationOptions? options = null)
    {
        _options = options ?? new ValidationOptions();
        _read = new ReadOptions { Limits = _options.Limits, Ceiling = _options.Ceiling };
    }

    /// <summary>Validates one record document in UTF-8.</summary>
    public ValidationReport Validate(ReadOnlySpan<byte> utf8) => Read(utf8).Report;

    /// <summary>Validates a record that is in memory; findings have pointers but no lines.</summary>
    public ValidationReport Validate(PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Inspector inspector = Inspect(record);
        List<Finding> schema = [];
        int dropped = inspector.Dropped + SchemaStage.Check(record, _options.Schema, schema);
        if (inspector.Findings.Count == 0 && schema.Count == 0 && dropped == 0) return ValidationReport.Empty;
        return Kept(Limited([.. JoinedFindings.Of([], schema, inspector.Findings)], dropped));
    }

    /// <summary>Validates one record document from a stream.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async Task<ValidationReport> ValidateAsync(Stream utf8, CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> text = await PoliceJson.ReadToLimitAsync(utf8, _options.Limits, cancellationToken).ConfigureAwait(false);
        return Validate(text.Span);
    }

    /// <summary>Reads one record document and validates it.</summary>
    public ReadResult Read(ReadOnlySpan<byte> utf8)
    {
        List<ReadNote> notes = [];
        ReadContext context = PoliceJson.NewContext(_read, notes);
        PoliceRecord? record = PoliceJson.TryRead(utf8, context, notes);
        ValidationReport syntax = PoliceJson.Report(utf8, notes, context.Dropped);
        if (record is null) return new(null, PoliceJson.Unread(utf8, notes), Kept(syntax));
        Inspector inspector = Inspect(record);
        CompiledSchema? unmet = SchemaStage.FindUnmet(utf8, record, _options.Schema);
        bool isClean = unmet is null && inspector is { Findings.Count: 0, Dropped: 0 };
        return new(record, default, Kept(isClean ? syntax : Joined(utf8, syntax, unmet, inspector)));
    }

    /// <summary>
    /// Reads NDJSON line by line and validates each record. The rules over the whole set (link ends, ids, marking) run where a check is
    /// given; they are complete when the last line has been read and <see cref="RecordSetCheck.Complete"/> called.
    /// </summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async IAsyncEnumerable<RecordLine> ReadLinesAsync(
        Stream ndjson, RecordSetCheck? set = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RecordLineReader reader = new(ndjson, _read, utf8 => Read(utf8));
        await foreach (RecordLine line in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return set is null ? line : set.Add(line);
    }

    /// <summary>
    /// The same on several threads: the lines come in their order and with the same findings, and memory stays flat. It reads ahead as many blocks
    /// of 64 KiB as there are threads, or single longer lines. What the options were given, such as code lists of your own, is asked by all threads at once.
    /// </summary>
    /// <param name="ndjson">The lines; the stream stays the caller's.</param>
    /// <param name="degree">How many threads at most; 0 for one for each processor.</param>
    /// <param name="set">Takes in the lines, in their order.</param>
    /// <param name="cancellationToken">Ends the reading; when the enumeration has ended, no thread is at work for it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degree"/> is negative.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public IAsyncEnumerable<RecordLine> ReadLinesInParallelAsync(
        Stream ndjson, int degree = 0, RecordSetCheck? set = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        RecordLineReader reader = new(ndjson, _read, utf8 => Read(utf8));
        return Added(reader.ReadAsync(degree == 0 ? Environment.ProcessorCount : degree, cancellationToken), set, cancellationToken);
    }

    private static async IAsyncEnumerable<RecordLine> Added(
        IAsyncEnumerable<RecordLine> lines, RecordSetCheck? set, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (RecordLine line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return set is null ? line : set.Add(line);
    }

    private Inspector Inspect(PoliceRecord record)
    {
        Inspector inspector = new(_options, DateOnly.FromDateTime(_options.Time.GetUtcNow().UtcDateTime));
        inspector.Inspect(record);
        return inspector;
    }

    // The places of codes and rules are pointers; the text gives them line and column.
    private ValidationReport Joined(ReadOnlySpan<byte> utf8, ValidationReport syntax, CompiledSchema? unmet, Inspector inspector)
    {
        List<Finding> schema = [];
        int dropped = syntax.Dropped + inspector.Dropped + (unmet is null ? 0 : SchemaStage.Report(utf8, unmet, schema));
        if (inspector.Findings.Count == 0 && schema.Count == 0) return syntax with { Dropped = dropped };
        List<Finding> rest = inspector.Findings.Count == 0 ? [] : Placed(utf8, inspector.Findings);
        return Limited([.. JoinedFindings.Of(syntax.Findings, schema, rest).OrderBy(f => f.Line).ThenBy(f => f.Column)], dropped);
    }

    private ValidationReport Limited(Finding[] findings, int dropped)
    {
        int over = Math.Max(0, findings.Length - _options.Limits.Findings);
        return new ValidationReport { Findings = ValueList.Create<Finding>(findings.AsSpan(..^over)), Dropped = dropped + over };
    }

    private static List<Finding> Placed(ReadOnlySpan<byte> utf8, IReadOnlyList<Finding> findings)
    {
        int mark = PoliceJson.MarkLength(utf8);
        Dictionary<string, long> offsets = JsonLocator.Find(utf8[mark..], [.. findings.SelectMany(f => WithThoseAround(f.Pointer))]);
        LineCounter lines = new(utf8);
        List<Finding> placed = [];
        foreach ((Finding finding, long offset) in findings.Select(f => (f, WithThoseAround(f.Pointer).Where(offsets.ContainsKey).Select(p => offsets[p]).First())).OrderBy(f => f.Item2))
        {
            (long line, long column) = lines.At(offset + mark);
            placed.Add(finding with { Line = line, Column = column });
        }

        return placed;
    }

    // A member that is missing has its place in what lacks it.
    private static IEnumerable<string> WithThoseAround(string pointer)
    {
        for (; pointer.Length > 0; pointer = pointer[..pointer.LastIndexOf('/')]) yield return pointer;
        yield return "";
    }

    private ValidationReport Kept(ValidationReport report) =>
        _options.Least == Severity.Information ? report : report with { Findings = ValueList.From(report.Findings.Where(f => f.Severity >= _options.Least)) };
}
