using System.Buffers;
using Policing.JsonSchema.Compilation;
using Policing.JsonSchema.Evaluation;
using Policing.JsonSchema.Nodes;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema;

/// <summary>
/// A schema of JSON Schema draft 2020-12, ready to validate UTF-8 bytes. A verdict stops at the first error and, for a valid document,
/// allocates nothing; a report collects all errors.
/// </summary>
/// <remarks>
/// Immutable and thread-safe: compile once, use everywhere. Whatever a document holds, no method throws because of it: text that is not
/// I-JSON (RFC 7493) or over a limit is refused, and the verdict says so.
/// </remarks>
public sealed class CompiledSchema
{
    private readonly SchemaNode _root;
    private readonly SchemaNode _verdictRoot;
    private readonly bool _tracksScope;
    private readonly NameTable _knownNames;

    internal CompiledSchema(SchemaNode root, SchemaNode verdictRoot, bool tracksScope, NameTable knownNames, bool hasOnlyLinearPatterns, DocumentLimits limits)
    {
        _root = root;
        _verdictRoot = verdictRoot;
        _tracksScope = tracksScope;
        _knownNames = knownNames;
        HasOnlyLinearPatterns = hasOnlyLinearPatterns;
        Limits = limits;
    }

    /// <summary>The limits on documents.</summary>
    public DocumentLimits Limits { get; }

    /// <summary>Whether no pattern of the schema can take a time that grows faster than the text it is matched with.</summary>
    public bool HasOnlyLinearPatterns { get; }

    /// <summary>Compiles a schema. References are resolved here and now, from the schema, the registry and the metaschemas; nothing is fetched.</summary>
    /// <param name="schema">The schema as UTF-8 I-JSON.</param>
    /// <param name="options">How to compile; null for <see cref="SchemaOptions.Default"/>.</param>
    /// <exception cref="SchemaException">
    /// The text is not I-JSON, a keyword is malformed or (if asked) unknown, a reference leads nowhere, a schema applies itself without end,
    /// or the dialect is not known.
    /// </exception>
    /// <exception cref="ArgumentException">The base URI of the options is relative or has a fragment.</exception>
    public static CompiledSchema Compile(ReadOnlySpan<byte> schema, SchemaOptions? options = null) =>
        SchemaCompiler.Compile(schema, options ?? SchemaOptions.Default);

    /// <summary>Judges a document.</summary>
    /// <param name="document">The document as UTF-8.</param>
    public DocumentVerdict Check(ReadOnlySpan<byte> document)
    {
        if (TokenReader.Read(document, Limits, _knownNames, out Token[] tokens, out int count) is not null)
        {
            return DocumentVerdict.Refused;
        }
        try
        {
            return Check(new Tape(document, tokens.AsSpan(0, count)));
        }
        finally
        {
            TokenReader.Return(ref tokens);
        }
    }

    /// <summary>Judges a document.</summary>
    /// <param name="document">The document as UTF-8.</param>
    public DocumentVerdict Check(ReadOnlySequence<byte> document)
    {
        if (document.IsSingleSegment)
        {
            return Check(document.FirstSpan);
        }
        using WholeDocument whole = WholeDocument.Of(document, Limits.MaxBytes);
        return Check(whole.Span);
    }

    /// <summary>Reads a stream to its end, or over the limit of bytes, and judges what it holds.</summary>
    /// <param name="document">The document as UTF-8; it is not closed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async ValueTask<DocumentVerdict> CheckAsync(Stream document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        using WholeDocument whole = await WholeDocument.ReadAsync(document, Limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        return Check(whole.Span);
    }

    /// <summary>Whether a document meets the schema; false also for one that is refused.</summary>
    /// <param name="document">The document as UTF-8.</param>
    public bool IsValid(ReadOnlySpan<byte> document) => Check(document) is DocumentVerdict.Valid;

    /// <summary>Judges a document and lists all errors.</summary>
    /// <param name="document">The document as UTF-8.</param>
    public SchemaReport Report(ReadOnlySpan<byte> document) => Report(document, trustsVerdict: true);

    /// <summary>With or without asking first for the verdict, which for most documents says all and costs less.</summary>
    internal SchemaReport Report(ReadOnlySpan<byte> document, bool trustsVerdict)
    {
        DocumentRefusal? refusal = TokenReader.Read(document, Limits, _knownNames, out Token[] tokens, out int count);
        if (refusal is not null)
        {
            return new SchemaReport { Verdict = DocumentVerdict.Refused, Refusal = refusal };
        }
        try
        {
            Tape tape = new(document, tokens.AsSpan(0, count));
            return trustsVerdict && Check(tape) is DocumentVerdict.Valid ? new SchemaReport { Verdict = DocumentVerdict.Valid } : Collect(tape);
        }
        finally
        {
            TokenReader.Return(ref tokens);
        }
    }

    /// <summary>Judges a document and lists all errors.</summary>
    /// <param name="document">The document as UTF-8.</param>
    public SchemaReport Report(ReadOnlySequence<byte> document)
    {
        if (document.IsSingleSegment)
        {
            return Report(document.FirstSpan);
        }
        using WholeDocument whole = WholeDocument.Of(document, Limits.MaxBytes);
        return Report(whole.Span);
    }

    /// <summary>Reads a stream to its end, or over the limit of bytes, judges what it holds and lists all errors.</summary>
    /// <param name="document">The document as UTF-8; it is not closed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async ValueTask<SchemaReport> ReportAsync(Stream document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        using WholeDocument whole = await WholeDocument.ReadAsync(document, Limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        return Report(whole.Span);
    }

    private DocumentVerdict Check(in Tape tape)
    {
        Evaluator<StopAtFirst> evaluator = new(tape, _tracksScope, Limits.PatternTime, collector: null);
        try
        {
            bool valid = evaluator.Check(_verdictRoot, 0, MarkArena.None);
            return evaluator.Refusal is not null ? DocumentVerdict.Refused : valid ? DocumentVerdict.Valid : DocumentVerdict.Invalid;
        }
        finally
        {
            evaluator.Dispose();
        }
    }

    private SchemaReport Collect(in Tape tape)
    {
        ErrorCollector collector = new(Limits.MaxErrors);
        Evaluator<CollectAll> evaluator = new(tape, _tracksScope, Limits.PatternTime, collector);
        try
        {
            bool valid = evaluator.Check(_root, 0, MarkArena.None);
            if (evaluator.Refusal is not null)
            {
                return new SchemaReport { Verdict = DocumentVerdict.Refused, Refusal = new DocumentRefusal(evaluator.Refusal.Value, 0, 0) };
            }
            return valid
                ? new SchemaReport { Verdict = DocumentVerdict.Valid }
                : new SchemaReport
                {
                    Verdict = DocumentVerdict.Invalid,
                    Errors = ErrorTexts.Write(tape, collector.Errors, _knownNames),
                    ErrorCount = collector.Count,
                };
        }
        finally
        {
            evaluator.Dispose();
        }
    }
}
