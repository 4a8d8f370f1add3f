using System.Text;
using System.Text.Json;
using Policing.DataModel.Import;

namespace Policing.DataModel.Tests.Import;

public sealed class RejectsFileTests : IDisposable
{
    private static readonly RowImport<string> Import = new((row, output) =>
    {
        if (row.StartsWith("bad", StringComparison.Ordinal))
            output.Reject(ImportRules.NoRecord, 7);
        else
            output.Add(Note.Of(row));
    });

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string FilePath => _folder["rejects.ndjson"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rejected_rows_stand_below_the_marking_with_place_rule_and_text()
    {
        await using (var rejects = new RejectsFile(FilePath, "OFFICIAL-SENSITIVE"))
        {
            await RunAsync(rejects, 1, "good", "bad \"quoted\"\r\nsecond line é 😀 \0", "good");
            await RunAsync(rejects, 2, "fault");
            Assert.Equal(2, rejects.Count);
        }

        var lines = await File.ReadAllLinesAsync(FilePath, Token);
        Assert.Equal("""{"rejects":1,"marking":"OFFICIAL-SENSITIVE"}""", lines[0]);
        Assert.Equal("""{"input":2,"line":2,"column":3,"rule":"PSDK-IMP-0003","raw":"fault"}""", lines[2]);
        using var row = JsonDocument.Parse(lines[1]);
        Assert.Equal("bad \"quoted\"\r\nsecond line é 😀 \0", row.RootElement.GetProperty("raw").GetString());
        Assert.Equal(3, row.RootElement.GetProperty("line").GetInt32());
        Assert.Equal(7, row.RootElement.GetProperty("column").GetInt32());
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_kept()
    {
        await using (var rejects = new RejectsFile(FilePath, "OFFICIAL"))
            await RunAsync(rejects, 1, "bad \uDCE9t\uDCE9 é😀");

        var line = (await File.ReadAllLinesAsync(FilePath, Token))[1];
        using var row = JsonDocument.Parse(line);
        Assert.Equal([.. "bad "u8, 0xE9, .. "t"u8, 0xE9, .. " é😀"u8], row.RootElement.GetProperty("rawBytes").GetBytesFromBase64());
        Assert.False(row.RootElement.TryGetProperty("raw", out _));
    }

    [Fact]
    public async Task Only_the_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        // A file that somebody else put there first, open to all, must not become the rejects file.
        await File.WriteAllTextAsync(FilePath + ".partial", "planted", Token);
        File.SetUnixFileMode(FilePath + ".partial", (UnixFileMode)0b110_110_110);
        var lines = Enumerable.Repeat("bad" + new string('x', 200), 1_000);

        await using (var rejects = new RejectsFile(FilePath, "OFFICIAL"))
        {
            await RunAsync(rejects, 1, [.. lines]);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath + ".partial"));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        Assert.Equal(1_001, (await File.ReadAllLinesAsync(FilePath, Token)).Length);
    }

    [Fact]
    public async Task No_rejects_no_file_and_no_stale_one()
    {
        await File.WriteAllTextAsync(FilePath, "of an earlier run", Token);
        await using (var rejects = new RejectsFile(FilePath, "OFFICIAL"))
            await RunAsync(rejects, 1, "good");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task Nothing_stands_at_the_path_before_the_end()
    {
        await using var rejects = new RejectsFile(FilePath, "OFFICIAL");
        await RunAsync(rejects, 1, "bad");
        Assert.False(File.Exists(FilePath));
        await rejects.DisposeAsync();
        Assert.Equal([FilePath], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2_000)]
    public async Task A_run_that_fails_takes_its_rejects_back(int rows)
    {
        var rejects = new RejectsFile(FilePath, "OFFICIAL");
        await RunAsync(rejects, 1, "bad first");
        await Assert.ThrowsAsync<InvalidDataException>(() => Import.RunAsync(Broken(rows), new MemorySink(), rejects, new() { Input = 2 }, cancellationToken: Token));
        Assert.Equal(1, rejects.Count);
        await RunAsync(rejects, 3, "bad third");
        await rejects.DisposeAsync();

        var lines = await File.ReadAllLinesAsync(FilePath, Token);
        Assert.Equal(3, lines.Length);
        Assert.Contains("bad first", lines[1], StringComparison.Ordinal);
        Assert.Contains("bad third", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_run_that_fails_leaves_no_file()
    {
        await using (var rejects = new RejectsFile(FilePath, "OFFICIAL"))
            await Assert.ThrowsAsync<InvalidDataException>(() => Import.RunAsync(Broken(5_000), new MemorySink(), rejects, cancellationToken: Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task A_cancelled_run_keeps_its_rejects()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using (var rejects = new RejectsFile(FilePath, "OFFICIAL"))
        {
            var sink = new MemorySink { Before = (_, _) => new ValueTask(stop.CancelAsync()) };
            var cancelled = await Assert.ThrowsAsync<RowImportCancelledException>(
                () => Import.RunAsync(Rows.From("bad", "good", "bad"), sink, rejects, cancellationToken: stop.Token));
            Assert.Equal((cancelled.Report.Rejected, 2), (rejects.Count, cancelled.Report.Read));
        }

        Assert.Equal(2, (await File.ReadAllLinesAsync(FilePath, Token)).Length);
    }

    [Fact]
    public async Task A_closed_file_takes_nothing_more()
    {
        var rejects = new RejectsFile(FilePath, "OFFICIAL");
        await rejects.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => RunAsync(rejects, 1, "bad"));
    }

    private static Task<RowImportReport> RunAsync(RejectsFile rejects, int input, params string[] rows) =>
        Import.RunAsync(Rows.From(rows), new MemorySink(), rejects, new() { Input = input }, cancellationToken: Token);

    private static async IAsyncEnumerable<SourceRow<string>> Broken(int rows)
    {
        await foreach (var row in Rows.From(Enumerable.Repeat("bad" + new string('y', 100), rows)))
            yield return row;
        throw new InvalidDataException();
    }
}
