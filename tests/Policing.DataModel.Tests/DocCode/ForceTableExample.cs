using System.Globalization;
using System.Runtime.CompilerServices;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Import;
using Policing.DataModel.Validation;
using Sylvan.Data.Csv;

namespace Policing.DataModel.Tests.DocCode;

/// <summary>The example of docs/import.md: a force's table of three columns.</summary>
public sealed class ForceTableExample : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    #region ImportRules
    private static readonly FindingRule NoNumber = new(
        "FORCE-0001", Severity.Error, "The crime number is blank.", "interface description, 3.1", "Fill it in and import the row again.");

    private static readonly FindingRule NoDate = new(
        "FORCE-0002", Severity.Warning, "The date of the report is no date dd/MM/yyyy; it is left out.", "interface description, 3.2", "Mend the date.");
    #endregion

    [Fact]
    public async Task A_table_is_imported()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var outputPath = _folder["crimes.ndjson"];
        var rejectsPath = _folder["crimes.rejects.ndjson"];
        using var table = new StringReader("Number,Reported,Category\nFX/1/26,02/01/2026,burglary\n,03/01/2026,robbery\nFX/3/26,soon,shoplifting\n");

        #region ImportRun
        using var csv = CsvDataReader.Create(table);
        using var file = File.Create(outputPath);
        using var output = new RecordLineWriter(file, new Bundle
        {
            Id = RecordId.New(),
            Kind = BundleKind.Collection,
            OperationalStatus = OperationalStatus.Test,
        });

        RowImportReport report;
        await using (var rejects = new RejectsFile(rejectsPath, "OFFICIAL-SENSITIVE"))
        {
            report = await new RowImport<CsvDataReader>(Map).RunAsync(
                ReadAsync(csv, cancellationToken), output, rejects, cancellationToken: cancellationToken);
        }

        Console.WriteLine($"{report.Read} rows = {report.Written} written + {report.Rejected} rejected");
        foreach (var found in report.Findings)
            Console.WriteLine($"line {found.Line}, column {found.Column}: {found.Rule.Id} {found.Rule.Message}");
        #endregion

        Assert.Equal((3, 2, 1), (report.Read, report.Written, report.Rejected));
        Assert.Equal([("FORCE-0001", 3L, 1), ("FORCE-0002", 4L, 2)], report.Findings.Select(f => (f.Rule.Id, f.Line, f.Column)));
        Assert.Contains(",03/01/2026,robbery", await File.ReadAllTextAsync(rejectsPath, cancellationToken), StringComparison.Ordinal);
        file.Close();
        Assert.Equal(3, (await File.ReadAllLinesAsync(outputPath, cancellationToken)).Length);
    }

    #region ImportMapping
    private static void Map(CsvDataReader row, RowOutput output)
    {
        var number = row.GetString(0);
        if (number.Length == 0)
        {
            output.Reject(NoNumber, column: 1);
            return;
        }

        if (!DateOnly.TryParseExact(row.GetString(1), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var reported))
            output.Report(NoDate, column: 2);

        output.Add(new Crime
        {
            Id = RecordId.Derive("records.anytown.example", number),
            Controllers = [PoliceAgencies.Of(PoliceAgency.Cleveland)],
            Source = new RecordSource { System = "records.anytown.example", Reference = number },
            ReportedAt = reported == default ? default : PartialDateTime.FromDate(reported),
            Classifications = [new CrimeClassification { Category = CrimeCategory.Of(row.GetString(2)) }],
        });
    }
    #endregion

    #region ImportReading
    private static async IAsyncEnumerable<SourceRow<CsvDataReader>> ReadAsync(
        CsvDataReader csv, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long line = 2; await csv.ReadAsync(cancellationToken); line++)
        {
            var raw = csv.GetRawRecordSpan().ToString().TrimEnd('\r', '\n').AsMemory();
            yield return csv.RowFieldCount < csv.FieldCount
                ? SourceRow<CsvDataReader>.Faulted(new RowFault(ImportRules.TooFewFields, csv.RowFieldCount + 1), line, raw)
                : SourceRow<CsvDataReader>.Read(csv, line, raw);
        }
    }
    #endregion
}
