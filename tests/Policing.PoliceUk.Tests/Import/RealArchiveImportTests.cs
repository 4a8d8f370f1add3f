using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Tests.Import;

/// <summary>The real files of ../shared/data/police-uk, where they are (Open Government Licence v3.0).</summary>
public sealed class RealArchiveImportTests
{
    [Fact]
    public async Task Every_row_of_every_real_file_is_written()
    {
        using var folder = new ImportedFolder();

        var report = await folder.ImportAsync([DataFolder()]);

        // Counted by another tool: ../shared/data/README.md. In the order of the inputs: outcomes, stops, street.
        Assert.Equal([4_476L, 11_126, 18_402, 13_220, 583, 13_575, 617, 13_183, 14_917], report.Inputs.Select(i => i.Read));
        Assert.Equal((90_099, 90_099, 0, 0), (report.Read, report.Written, report.Rejected, report.Unreadable));
        Assert.Equal(90_099, report.Inputs.SelectMany(i => i.RecordsByType).Where(c => c.Type is not ("location" or "link")).Sum(c => c.Count));
        // Counted by another tool: rows without coordinates, and places that differ (less the one that is 'No Location').
        Assert.Equal([0L, 11_126, 1_680, 0, 27, 1_578, 31, 1_400, 1_543], report.Inputs.Select(i => i.RowFindings.SingleOrDefault(f => f.Rule.Id == "PSDK-PUK-0106")?.Count ?? 0));
        Assert.Equal([1_604L, 6_611, 248, 6_040, 258, 5_912, 6_276], new[] { 0, 3, 4, 5, 6, 7, 8 }.Select(i => report.Inputs[i].RecordsByType.Single(c => c.Type == "location").Count));
        // All words are in the lists, and no record breaks a rule.
        Assert.DoesNotContain(report.Inputs.SelectMany(i => i.RowFindings), f => f.Rule.Id is "PSDK-PUK-0101" or "PSDK-PUK-0102" or "PSDK-PUK-0103" or "PSDK-PUK-0104");
        Assert.DoesNotContain(report.Inputs.SelectMany(i => i.RecordFindings), f => f.Rule.Severity == Severity.Error);
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
}
