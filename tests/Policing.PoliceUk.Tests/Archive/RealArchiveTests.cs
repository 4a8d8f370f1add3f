using System.IO.Compression;
using System.Text;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

/// <summary>The real files of ../shared/data/police-uk, where they are (Open Government Licence v3.0).</summary>
public sealed class RealArchiveTests
{
    private static readonly FindingRule Counted = new("TEST-0001", Severity.Information, "The row was read.", "the test", "None.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("street/2018-02-city-of-london-street.csv", ArchiveKind.Street, 583)]
    [InlineData("street/2019-01-city-of-london-street.csv", ArchiveKind.Street, 617)]
    [InlineData("street/2019-01-avon-and-somerset-street.csv.gz", ArchiveKind.Street, 13_575)]
    [InlineData("street/2019-02-avon-and-somerset-street.csv.gz", ArchiveKind.Street, 13_183)]
    [InlineData("street/2019-03-avon-and-somerset-street.csv.gz", ArchiveKind.Street, 14_917)]
    [InlineData("street/2018-01-merseyside-street.csv.gz", ArchiveKind.Street, 13_220)]
    [InlineData("stop-and-search/2015-04-metropolitan-stop-and-search.csv.gz", ArchiveKind.StopAndSearch, 11_126)]
    [InlineData("stop-and-search/2019-02-metropolitan-stop-and-search.csv.gz", ArchiveKind.StopAndSearch, 18_402)]
    [InlineData("outcomes/2012-01-metropolitan-outcomes.csv.gz", ArchiveKind.Outcomes, 4_476)]
    public async Task Every_row_is_read_and_none_is_faulted(string file, ArchiveKind kind, int count)
    {
        var path = Path.Combine(DataFolder(), file);
        using var inputs = ArchiveInputs.Find([path], cancellationToken: Token);
        await using var reader = await ArchiveReader.OpenAsync(inputs.All[0], Token);

        Assert.Equal((kind, kind), (reader.Kind, inputs.All[0].Name.Kind));
        Assert.Empty(reader.HeaderFindings);
        var rows = await RawAsync(reader);
        Assert.Equal(count, rows.Count);
        Assert.DoesNotContain(rows, r => r.Faulted);
        // Counted and compared by another reader: no real row has a line end in a field.
        Assert.Equal(await LinesAsync(path), rows.Select(r => r.Raw));
        Assert.Equal(Enumerable.Range(2, count).Select(i => (long)i), rows.Select(r => r.Line));
    }

    [Fact]
    public async Task The_whole_folder_comes_in_one_go_also_packed_into_a_zip()
    {
        var files = Directory.EnumerateFiles(DataFolder(), "*.csv*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        using var folder = new TemporaryFolder();
        var entries = new List<(string, byte[])>();
        foreach (var file in files)
            entries.Add((Path.GetFileName(file).Replace(".gz", ""), await BytesAsync(file)));
        var zip = folder.Put("archive.zip", Packed.Zip(entries));

        using var inputs = ArchiveInputs.Find([DataFolder(), zip], cancellationToken: Token);

        Assert.Equal((18, 0), (inputs.All.Count, inputs.Ignored));
        var counts = new long[2];
        foreach (var input in inputs.All)
        {
            await using var reader = await ArchiveReader.OpenAsync(input, Token);
            counts[input.PathIndex] += (await RawAsync(reader)).Count(r => !r.Faulted);
        }

        Assert.Equal([90_099, 90_099], counts);
    }

    [Fact]
    public async Task The_import_accounts_for_every_row_of_a_file_that_was_cut()
    {
        var whole = await BytesAsync(Path.Combine(DataFolder(), "street/2019-01-avon-and-somerset-street.csv.gz"));
        await using var reader = await ArchiveReader.OpenAsync(new MemoryStream(whole[..1_000_003]), cancellationToken: Token);
        var report = await new RowImport<StreetRow>((_, output) => output.Reject(Counted)).RunAsync(
            reader.ReadStreetAsync(Token), new NoSink(), options: new() { MaxFindings = 100_000, InputFindings = reader.HeaderFindings }, cancellationToken: Token);

        var lines = Encoding.UTF8.GetString(whole[..1_000_003]).Split('\n').Length;
        Assert.Equal(lines - 1, report.Read);
        Assert.Equal(["PSDK-IMP-0003", "TEST-0001"], report.Rules.Select(r => r.Rule.Id));
        Assert.Equal((lines, 1), (report.Findings[^1].Line, report.Rules[0].Count));
    }

    private static async Task<List<(long Line, string Raw, bool Faulted)>> RawAsync(ArchiveReader reader) => reader.Kind switch
    {
        ArchiveKind.Street => await RawAsync(reader.ReadStreetAsync(Token)),
        ArchiveKind.Outcomes => await RawAsync(reader.ReadOutcomesAsync(Token)),
        ArchiveKind.StopAndSearch => await RawAsync(reader.ReadStopSearchesAsync(Token)),
        _ => throw new InvalidOperationException(),
    };

    private static async Task<List<(long Line, string Raw, bool Faulted)>> RawAsync<TRow>(IAsyncEnumerable<SourceRow<TRow>> rows)
    {
        var seen = new List<(long, string, bool)>();
        await foreach (var row in rows.WithCancellation(Token))
            seen.Add((row.Line, row.Raw.ToString(), row.Fault is not null));
        return seen;
    }

    private static async Task<List<string>> LinesAsync(string path)
    {
        using var reader = new StreamReader(new MemoryStream(await BytesAsync(path)));
        var lines = new List<string>();
        await reader.ReadLineAsync(Token);
        while (await reader.ReadLineAsync(Token) is { } line)
            lines.Add(line);
        return lines;
    }

    private static async Task<byte[]> BytesAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, Token);
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
            return bytes;
        var data = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
            await gzip.CopyToAsync(data, Token);
        return data.ToArray();
    }

    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "..", "shared", "data", "police-uk");
            if (File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln")) && Directory.Exists(data))
                return Path.GetFullPath(data);
        }

        Assert.Skip("The real files of data.police.uk are not here.");
        return string.Empty;
    }

    private sealed class NoSink : IRecordSink
    {
        public ValueTask WriteAsync(ReadOnlyMemory<Policing.DataModel.PoliceRecord> records, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException();

        public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
