using FsCheck.Xunit;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Import;

public sealed class RowImportTests
{
    private static readonly FindingRule TooOdd = new("TEST-0001", Severity.Warning, "The row is odd.", "the test", "Look at it.");
    private static readonly FindingRule Wrong = new("TEST-0002", Severity.Warning, "The row is wrong.", "the test", "Mend it.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What a row's text asks for, it gets.</summary>
    private static void Map(string row, RowOutput output)
    {
        switch (row)
        {
            case "two": output.Add(Note.Of("a")); output.Add(Note.Of("b")); break;
            case "seven":
                for (var i = 0; i < 7; i++)
                    output.Add(Note.Of("x"));
                break;
            case "none": break;
            case "odd": output.Report(TooOdd, 4); output.Add(Note.Of(row)); break;
            case "reject": output.Add(Note.Of("lost?")); output.Reject(Wrong, 2); output.Add(Note.Of("lost?")); break;
            case "reject twice": output.Reject(Wrong, 2); output.Reject(TooOdd, 5); break;
            case "throw": output.Add(Note.Of("lost?")); throw new FormatException("secret " + row);
            default: output.Add(Note.Of(row)); break;
        }
    }

    [Fact]
    public async Task Every_row_is_written_or_rejected()
    {
        var sink = new MemorySink();
        var report = await new RowImport<string>(Map).RunAsync(
            Rows.From("one", "two", "none", "odd", "reject", "throw", "fault", "seven", "wait"), sink, cancellationToken: Token);

        Assert.Equal((9, 5, 4, 12), (report.Read, report.Written, report.Rejected, report.Records));
        Assert.Equal([1, 2, 1, 7, 1], sink.Groups);
        Assert.Equal(12, sink.Records.Count);
        Assert.DoesNotContain(Note.Of("lost?"), sink.Records);
        Assert.Equal(1, sink.Flushes);
    }

    [Fact]
    public async Task Findings_name_the_rule_and_the_place()
    {
        var report = await new RowImport<string>(Map).RunAsync(
            Rows.From("odd", "reject twice", "throw", "fault", "none"), new MemorySink(), options: new() { Input = 3 }, cancellationToken: Token);

        Assert.Equal(
            [
                (TooOdd, 3, 2, 4, false, Severity.Warning, null),
                (TooOdd, 3, 3, 5, false, Severity.Warning, null),
                (Wrong, 3, 3, 2, true, Severity.Error, null),
                (ImportRules.MappingFailed, 3, 4, 0, true, Severity.Error, "FormatException"),
                (ImportRules.TooFewFields, 3, 5, 3, true, Severity.Error, null),
                (ImportRules.NoRecord, 3, 6, 0, true, Severity.Error, null),
            ],
            report.Findings.Select(f => (f.Rule, f.Input, f.Line, f.Column, f.IsRejection, f.Severity, f.ExceptionType)));
        Assert.Equal(
            [("PSDK-IMP-0001", 1), ("PSDK-IMP-0002", 1), ("PSDK-IMP-0003", 1), ("TEST-0001", 2), ("TEST-0002", 1)],
            report.Rules.Select(r => (r.Rule.Id, r.Count)));
    }

    [Fact]
    public async Task Findings_beyond_the_limit_are_counted()
    {
        var report = await new RowImport<string>(Map).RunAsync(
            Rows.From(Enumerable.Repeat("odd", 25)), new MemorySink(), options: new() { MaxFindings = 10 }, cancellationToken: Token);

        Assert.Equal(10, report.Findings.Count);
        Assert.Equal(15, report.FindingsLeftOut);
        Assert.Equal(25, Assert.Single(report.Rules).Count);
    }

    [Fact]
    public async Task Findings_of_the_input_lead_the_report()
    {
        var header = new RowFinding(ImportRules.UnnamedColumn, 2, 1, 1);
        var report = await new RowImport<string>(Map).RunAsync(
            Rows.From("odd"), new MemorySink(), options: new() { Input = 2, InputFindings = [header] }, cancellationToken: Token);

        Assert.Equal([ImportRules.UnnamedColumn, TooOdd], report.Findings.Select(f => f.Rule));
        Assert.Equal((1, 1), (report.Read, report.Written));
    }

    [Fact]
    public async Task An_empty_source_gives_an_empty_report()
    {
        var sink = new MemorySink();
        var report = await new RowImport<string>(Map).RunAsync(Rows.From(), sink, cancellationToken: Token);

        Assert.Equal((0, 0), (report.Read, report.Records));
        Assert.Empty(report.Rules);
        Assert.Equal(1, sink.Flushes);
    }

    [Fact]
    public async Task Progress_comes_at_intervals_and_at_the_end_and_always_adds_up()
    {
        var progress = new ProgressList();
        await new RowImport<string>(Map).RunAsync(
            Rows.From(Enumerable.Range(0, 25).Select(i => i % 3 == 0 ? "reject" : "two")),
            new MemorySink(),
            options: new() { ProgressInterval = 10 },
            progress: progress,
            cancellationToken: Token);

        Assert.Equal([10, 20, 25], progress.Reports.Select(p => p.Read));
        Assert.All(progress.Reports, p => Assert.Equal(p.Read, p.Written + p.Rejected));
        Assert.Equal(new RowImportProgress(25, 16, 9, 32), progress.Reports[^1]);
    }

    [Fact]
    public async Task A_cancelled_run_says_what_it_did_and_writes_no_row_by_half()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var sink = new MemorySink();
        var import = new RowImport<string>((row, output) =>
        {
            if (row == "stop")
                stop.Cancel();
            Map(row, output);
        });

        var cancelled = await Assert.ThrowsAsync<RowImportCancelledException>(
            () => import.RunAsync(Rows.From("two", "reject", "stop", "two"), sink, cancellationToken: stop.Token));

        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Assert.Equal((3, 2, 1, 3), (cancelled.Report.Read, cancelled.Report.Written, cancelled.Report.Rejected, cancelled.Report.Records));
        Assert.Equal([2, 1], sink.Groups);
        Assert.Equal(1, sink.Flushes);
    }

    [Fact]
    public async Task A_row_whose_writing_is_cancelled_is_not_counted()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var sink = new MemorySink
        {
            Before = async (records, token) =>
            {
                if (records.Length != 7)
                    return;
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            },
        };

        var cancelled = await Assert.ThrowsAsync<RowImportCancelledException>(
            () => new RowImport<string>(Map).RunAsync(Rows.From("one", "seven", "one"), sink, cancellationToken: stop.Token));

        Assert.Equal((1, 1, 1), (cancelled.Report.Read, cancelled.Report.Written, cancelled.Report.Records));
        Assert.Single(sink.Records);
    }

    [Fact]
    public async Task A_cancellation_inside_the_mapping_passes()
    {
        var import = new RowImport<string>((_, _) => throw new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() => import.RunAsync(Rows.From("one"), new MemorySink(), cancellationToken: Token));
    }

    [Fact]
    public async Task Memory_running_out_passes()
    {
#pragma warning disable MA0012 // A subclass of OutOfMemoryException, as the runtime would throw.
        var import = new RowImport<string>((_, _) => throw new InsufficientMemoryException());
#pragma warning restore MA0012
        await Assert.ThrowsAsync<InsufficientMemoryException>(() => import.RunAsync(Rows.From("one"), new MemorySink(), cancellationToken: Token));
    }

    [Fact]
    public async Task No_value_of_a_row_comes_out_in_a_report_or_an_exception()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var import = new RowImport<string>((row, output) =>
        {
            if (row.StartsWith("odd", StringComparison.Ordinal))
                output.Report(TooOdd, 1);
            else if (row.StartsWith("stop", StringComparison.Ordinal))
                throw Stopped(stop, row);
            throw new FormatException(row);
        });

        var cancelled = await Assert.ThrowsAsync<RowImportCancelledException>(() => import.RunAsync(
            Rows.From("odd CANARY", "fault CANARY", "throw CANARY", "stop CANARY"), new MemorySink(), cancellationToken: stop.Token));

        Assert.Equal(3, cancelled.Report.Rejected);
        Assert.Equal(4, cancelled.Report.Findings.Count);
        Assert.DoesNotContain("CANARY", cancelled.ToString(), StringComparison.Ordinal);
        Assert.All(cancelled.Report.Findings, f => Assert.DoesNotContain("CANARY", $"{f} {f.Rule.Message} {f.Rule.Hint}", StringComparison.Ordinal));
    }

    private static OperationCanceledException Stopped(CancellationTokenSource stop, string row)
    {
        stop.Cancel();
        return new OperationCanceledException(row);
    }

    [Fact]
    public async Task A_failing_sink_ends_the_run()
    {
        var sink = new MemorySink { Before = (_, _) => throw new InvalidOperationException("full") };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new RowImport<string>(Map).RunAsync(Rows.From("one"), sink, cancellationToken: Token));
        Assert.Equal("full", failure.Message);
    }

    [Fact]
    public async Task Rows_cost_no_memory_of_their_own()
    {
        var note = Note.Of("same");
        var import = new RowImport<int>((_, output) => output.Add(note));
        var sink = new CountingSink();
        await import.RunAsync(Numbers(1_000), sink, cancellationToken: Token);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await import.RunAsync(Numbers(50_000), sink, cancellationToken: Token);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(51_000, sink.Count);
        Assert.InRange(bytes, 0, 50_000);
    }

    [Property(MaxTest = 200)]
    public async Task What_is_read_is_written_or_rejected(byte[] fates)
    {
        string[] kinds = ["one", "two", "none", "odd", "reject", "reject twice", "throw", "fault", "seven", "wait"];
        var rows = fates.Select(f => kinds[f % kinds.Length]).ToList();
        var good = rows.Count(r => r is "one" or "two" or "odd" or "seven" or "wait");
        var sink = new MemorySink();

        var report = await new RowImport<string>(Map).RunAsync(Rows.From(rows), sink, cancellationToken: Token);

        Assert.Equal(rows.Count, report.Read);
        Assert.Equal((good, rows.Count - good), (report.Written, report.Rejected));
        Assert.Equal((sink.Records.Count, sink.Groups.Count), (report.Records, report.Written));
        Assert.Equal(report.Rejected, report.Findings.Count(f => f.IsRejection));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 0, 0)]
    public void Options_out_of_range_are_refused(int input, int maxFindings, int interval) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RowImportOptions { Input = input, MaxFindings = maxFindings, ProgressInterval = interval });

#pragma warning disable CS1998 // It ends synchronously on purpose: what the import itself allocates is measured.
    private static async IAsyncEnumerable<SourceRow<int>> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
            yield return SourceRow<int>.Read(i, i + 2, default);
    }
#pragma warning restore CS1998

    private sealed class CountingSink : IRecordSink
    {
        public long Count { get; private set; }

        public ValueTask WriteAsync(ReadOnlyMemory<PoliceRecord> records, CancellationToken cancellationToken = default)
        {
            Count += records.Length;
            return ValueTask.CompletedTask;
        }

        public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
