using System.Text;
using Policing.PoliceUk.Tests.Archive;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.Import;

/// <summary>What stands in a file, its header, its name or its path comes out in the records and the rejects, and nowhere else.</summary>
public sealed class ImportCanaryTests : IDisposable
{
    private const string Canary = "CANARY";
    private readonly ImportedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reports_and_errors_hold_no_value_and_no_name()
    {
        _folder.Put($"{Canary}/2031-01-cleveland-street.csv", $"{Canary}," + Tables.StreetHeader + "0," + string.Join(
            "\n0,",
            Street(),
            Street(id: Canary, by: Canary + " Police", within: Canary, location: Canary, lsoaCode: Canary, lsoaName: Canary, type: Canary, outcome: Canary, context: Canary),
            Street(month: Canary),
            Street(latitude: Canary),
            Street(type: "Anti-social behaviour", outcome: Canary),
            Canary));
        _folder.Put($"2031-01-{Canary}-stop-and-search.csv", "Type,Date," + Canary);
        _folder.Put($"{Canary}.zip", Packed.Zip(($"../../{Canary}.csv", "x"u8.ToArray()), ($"{Canary}.gz", "x"u8.ToArray())));
        var shown = new StringBuilder();

        var report = await _folder.ImportAsync([_folder.Input, $"{Canary}/nowhere.csv"], progress: new OnProgress(p => shown.Append(p)));

        Assert.Equal((6, 2, 4, 4), (report.Read, report.Written, report.Rejected, report.Unreadable));
        shown.Append(_folder.Text("report.json")).Append(report);
        foreach (var input in report.Inputs)
        {
            shown.Append(input).Append(input.Error).AppendJoin(' ', input.RecordsByType).Append(input.OutputFile).Append(input.RejectsFile);
            foreach (var found in input.RowFindings.Concat(input.RecordFindings))
                shown.Append(found).Append(found.Rule).Append(found.Rule.Message).AppendJoin(' ', found.Places);
        }

        Assert.DoesNotContain(Canary, shown.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_folder.Written, name => name.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        var kept = _folder.Written.Where(n => n.Contains("rejects", StringComparison.Ordinal)).Select(_folder.Text).Single();
        Assert.Equal(4, kept.Split('\n').Count(line => line.Contains(Canary, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_refusal_of_an_output_folder_names_no_path()
    {
        var output = _folder.Put($"{Canary}/file", "x");

        var refused = await Assert.ThrowsAsync<OutputFolderException>(
            () => new ArchiveImport().RunAsync([], Path.GetDirectoryName(output)!, cancellationToken: TestContext.Current.CancellationToken));

        Assert.DoesNotContain(Canary, refused.ToString(), StringComparison.Ordinal);
    }
}
