using Policing.DataModel.Validation;
namespace Policing.DataModel.Import;

/// <summary>
/// Imports the rows of a source into records: every row that is read is either written or rejected, and the report says so.
/// </summary>
/// <typeparam name="TRow">The reader's type of a row.</typeparam>
/// <remarks>
/// It knows nothing of CSV or any other form; a reader gives the rows. One object serves many runs, also at the same time,
/// if the mapping does.
/// </remarks>
public sealed class RowImport<TRow>
{
    private readonly RowMapping<TRow> _mapping;

    /// <summary>Makes an import.</summary>
    /// <param name="mapping">Turns a row into records.</param>
    public RowImport(RowMapping<TRow> mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        _mapping = mapping;
    }

    /// <summary>Reads all rows, maps them, and hands the records of each row to the sink in one go.</summary>
    /// <param name="rows">The rows in their order.</param>
    /// <param name="sink">Takes the records. It is flushed, not closed.</param>
    /// <param name="rejects">Takes the rejected rows with their text; null to count and report them only.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told how far the run is, at intervals and at the end. Null for nobody.</param>
    /// <param name="cancellationToken">Ends the run between two rows.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="RowImportCancelledException">The run was cancelled; its report says what had been done, and the rejects stay.</exception>
    /// <exception cref="Exception">
    /// Whatever the source, the sink or the rejects file throws. The rejects of this run are taken back; what the sink has taken is the
    /// caller's to discard.
    /// </exception>
    public async Task<RowImportReport> RunAsync(
        IAsyncEnumerable<SourceRow<TRow>> rows,
        IRecordSink sink,
        RejectsFile? rejects = null,
        RowImportOptions? options = null,
        IProgress<RowImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(sink);
        options ??= new RowImportOptions();

        var run = new Run(_mapping, sink, rejects, options, progress);
        rejects?.BeginRun();
        try
        {
            await run.ReadAllAsync(rows, cancellationToken).ConfigureAwait(false);
            return await run.EndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nothing of the original exception is kept: a reader's or sink's text may quote what it held.
            throw new RowImportCancelledException(await run.EndAsync(CancellationToken.None).ConfigureAwait(false), cancellationToken);
        }
        catch (Exception)
        {
            if (rejects is not null)
                await rejects.TakeBackRunAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class Run(
        RowMapping<TRow> mapping, IRecordSink sink, RejectsFile? rejects, RowImportOptions options, IProgress<RowImportProgress>? progress)
    {
        private readonly ImportTally _tally = new(options);
        private int _sinceProgress;

        public async ValueTask ReadAllAsync(IAsyncEnumerable<SourceRow<TRow>> rows, CancellationToken cancellationToken)
        {
            var output = new RowOutput(_tally);
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                output.Begin(row.Line);
                var exceptionType = row.Fault is { } fault ? Refuse(output, fault) : Map(row.Row, output);
                if (output.RejectedBy is { } rule)
                    await RejectAsync(row, rule, output.RejectedColumn, exceptionType).ConfigureAwait(false);
                else
                    await WriteAsync(output, cancellationToken).ConfigureAwait(false);
                ReportProgress();
            }
        }

        public async ValueTask<RowImportReport> EndAsync(CancellationToken cancellationToken)
        {
            await sink.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (rejects is not null)
                await rejects.FlushAsync().ConfigureAwait(false);
            progress?.Report(_tally.Progress);
            return _tally.ToReport();
        }

        private static string? Refuse(RowOutput output, RowFault fault)
        {
            output.Reject(fault.Rule, fault.Column);
            return null;
        }

        private string? Map(TRow row, RowOutput output)
        {
            try
            {
                mapping(row, output);
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                output.Reject(ImportRules.MappingFailed);
                return e.GetType().Name;
            }

            if (output.Records.IsEmpty && !output.IsRejected)
                output.Reject(ImportRules.NoRecord);
            return null;
        }

        private async ValueTask RejectAsync(SourceRow<TRow> row, FindingRule rule, int column, string? exceptionType)
        {
            rejects?.Add(options.Input, row.Line, column, rule.Id, row.Raw.Span);
            _tally.Reject(rule, row.Line, column, ReferenceEquals(rule, ImportRules.MappingFailed) ? exceptionType : null);
            if (rejects is { NeedsFlush: true })
                await rejects.FlushAsync().ConfigureAwait(false);
        }

        private ValueTask WriteAsync(RowOutput output, CancellationToken cancellationToken)
        {
            var records = output.Records;
            var write = sink.WriteAsync(records, cancellationToken);
            if (!write.IsCompletedSuccessfully)
                return AwaitWriteAsync(write, records.Length);
            write.GetAwaiter().GetResult();
            _tally.Write(records.Length);
            return ValueTask.CompletedTask;
        }

        private async ValueTask AwaitWriteAsync(ValueTask write, int records)
        {
            await write.ConfigureAwait(false);
            _tally.Write(records);
        }

        private void ReportProgress()
        {
            if (progress is null || ++_sinceProgress < options.ProgressInterval)
                return;
            _sinceProgress = 0;
            progress.Report(_tally.Progress);
        }
    }
}
