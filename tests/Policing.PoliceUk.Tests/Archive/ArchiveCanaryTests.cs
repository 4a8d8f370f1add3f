using System.Text;
using Policing.DataModel.Import;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

/// <summary>What stands in a file, its header and its name comes out in the rejects file and nowhere else.</summary>
public sealed class ArchiveCanaryTests : IDisposable
{
    private const string Canary = "CANARY";
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dirty_table_shows_its_values_in_the_rejects_file_alone()
    {
        byte[] table =
        [
            .. Encoding.UTF8.GetBytes(
                $"{Canary}0,{Street.Header},\n1,{Street.Row(Canary + "1")},\n2,{Canary}2\n3,{Street.Row($"\"{Canary}3\"x")},\n4,{Street.Row($"{Canary}4\0")},\n"),
            .. Encoding.UTF8.GetBytes($"5,{Canary}5,"), 0xE9, .. Encoding.UTF8.GetBytes($",,,,,,,,,,,\n{Canary}6,,,,,,,,,,,,,,,,,\n7,\"{Canary}7"),
        ];
        using var inputs = ArchiveInputs.Find([_folder.Put($"2031-01-{Canary}-street.csv.gz", Packed.Gzip(table))], cancellationToken: Token);
        var rejectsPath = Path.Combine(_folder.Root, "rejects.ndjson");
        var import = new RowImport<StreetRow>((row, _) => throw new FormatException(row.Location));
        var shown = new StringBuilder();

        await using (var rejects = new RejectsFile(rejectsPath, "OFFICIAL"))
        await using (var reader = await ArchiveReader.OpenAsync(inputs.All[0], Token))
        {
            var report = await import.RunAsync(
                reader.ReadStreetAsync(Token), new NoSink(), rejects, new() { InputFindings = reader.HeaderFindings }, cancellationToken: Token);
            Assert.Equal((7, 7), (report.Read, report.Rejected));
            Assert.Equal(
                ["PSDK-IMP-0001", "PSDK-IMP-0003", "PSDK-IMP-0004", "PSDK-IMP-0005", "PSDK-IMP-0006", "PSDK-IMP-0007", "PSDK-IMP-0201", "PSDK-IMP-0202"],
                report.Rules.Select(r => r.Rule.Id));
            foreach (var finding in report.Findings)
                shown.Append(finding).Append(finding.Rule.Message).Append(finding.Rule.Hint).Append(finding.ExceptionType);
        }

        shown.Append(inputs.All[0]).Append(inputs.All[0].Name).Append(default(StreetRow));
        Assert.DoesNotContain(Canary, shown.ToString(), StringComparison.Ordinal);
        var kept = await File.ReadAllTextAsync(rejectsPath, Token);
        Assert.All(Enumerable.Range(1, 7).Where(n => n != 5), n => Assert.Contains($"{Canary}{n}", kept, StringComparison.Ordinal));
        Assert.Contains("rawBytes", kept, StringComparison.Ordinal);
    }

    private sealed class NoSink : IRecordSink
    {
        public ValueTask WriteAsync(ReadOnlyMemory<Policing.DataModel.PoliceRecord> records, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException();

        public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
