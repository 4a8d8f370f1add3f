using Policing.PoliceUk.Tests.Import;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.DocCode;

/// <summary>The example of docs/mapping-data-police-uk.md.</summary>
public sealed class ArchiveImportExample : IDisposable
{
    private readonly ImportedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_archive_is_imported()
    {
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street(), Street(month: "")));
        var archive = _folder.Input;
        var output = _folder.Output;
        var cancellationToken = TestContext.Current.CancellationToken;

        #region ArchiveImport
        var import = new ArchiveImport();
        ArchiveImportReport report = await import.RunAsync([archive], output, cancellationToken: cancellationToken);

        Console.WriteLine($"{report.Read} rows = {report.Written} written + {report.Rejected} rejected");
        foreach (var input in report.Inputs)
            Console.WriteLine(input.Error?.Message ?? $"{input.OutputFile}: {input.Records} records");
        #endregion

        Assert.Equal((2, 1, 1), (report.Read, report.Written, report.Rejected));
    }
}
