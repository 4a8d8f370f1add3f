using System.Globalization;
using System.Runtime.CompilerServices;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Sylvan.Data.Csv;

namespace Policing.DataModel.Tests.Import;

/// <summary>A second user of the import: a crime table of twenty columns as a force's own system exports it, with its usual dirt.</summary>
public sealed class ForceTableTests : IDisposable
{
    private const string Header =
        "Crime No,Recorded,From,To,HO Class,Offence,Beat,Street,Town,Postcode,Easting,Northing,Status,Outcome,OIC,Victim Surname,Victim Forename,DOB,MO,Exported By";

    private static readonly FindingRule NoNumber = new("FORCE-0001", Severity.Error, "The crime number is blank.", "the test", "Ask the force for it.");
    private static readonly FindingRule BadDate = new("FORCE-0002", Severity.Error, "A date is not dd/MM/yyyy.", "the test", "Mend the date.");
    private static readonly FindingRule Backwards = new("FORCE-0003", Severity.Warning, "The window ends before it starts.", "the test", "Check both dates.");
    private static readonly FindingRule NoPlace = new("FORCE-0004", Severity.Information, "There is no grid reference.", "the test", "None needed.");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dirty_table_is_accounted_for_row_by_row()
    {
        const string Table = Header + "\r\n"
            + "FX/0001/26,01/02/2026,31/01/2026,31/01/2026,028/03,Burglary,B1,High Street,Anytown,ZZ1 1ZZ,400000,300000,LIVE,,1234,Synthetic,Anne,01/01/1990,\"Forced rear door,\r\nno prints\",SYS\r\n"
            + "FX/0002/26,1/2/26,31/01/2026,31/01/2026,028/03,Burglary,B1,High Street,Anytown,ZZ1 1ZZ,400000,300000,LIVE,,1234,CANARY-NAME,Anne,01/01/1990,,SYS\r\n"
            + ",01/02/2026,31/01/2026,31/01/2026,,,,,,,,,,,,CANARY-NAME,,,,\r\n"
            + "FX/0003/26,02/02/2026,02/02/2026,01/02/2026,105/01,\"Assault \"\"minor\"\"\",B2,HIGH STREET,ANYTOWN,,,,FILED,18,1234,Synthetic,Ben,,,SYS\r\n"
            + "FX/0004/26,03/02/2026,03/02/2026\r\n"
            + "FX/0005/26,03/02/2026,02/02/2026,03/02/2026,105/01,Assault,B2,Mill Lane,Anytown,,1,2,FILED,18,99,Synthetic,Cal,,,SYS,CANARY-EXTRA\r\n"
            + "FX/0003/26,02/02/2026,02/02/2026,02/02/2026,105/01,Assault,B2,High Street,Anytown,,1,2,FILED,18,1234,Synthetic,Ben,,,SYS\r\n";

        var sink = new MemorySink();
        RowImportReport report;
        await using (var rejects = new RejectsFile(_folder["rejects.ndjson"], "OFFICIAL-SENSITIVE"))
            report = await new RowImport<CsvDataReader>(Map).RunAsync(ReadAsync(Table, Token), sink, rejects, cancellationToken: Token);

        Assert.Equal((7, 3, 4), (report.Read, report.Written, report.Rejected));
        Assert.Equal(
            [
                ("FORCE-0002", 4, 2), ("FORCE-0001", 5, 1), ("FORCE-0003", 6, 4), ("FORCE-0004", 6, 11),
                ("PSDK-IMP-0003", 7, 4), ("PSDK-IMP-0004", 8, 21),
            ],
            report.Findings.Select(f => (f.Rule.Id, f.Line, f.Column)));
        Assert.DoesNotContain(report.Findings, f => $"{f}{f.Rule.Message}{f.Rule.Hint}".Contains("CANARY", StringComparison.Ordinal));
        Assert.Equal(["FX/0001/26", "FX/0003/26", "FX/0003/26"], sink.Records.Cast<Location>().Select(n => n.Description));

        var kept = await File.ReadAllTextAsync(_folder["rejects.ndjson"], Token);
        Assert.Contains("CANARY-EXTRA", kept, StringComparison.Ordinal);
        Assert.StartsWith("""{"rejects":1,"marking":"OFFICIAL-SENSITIVE"}""", kept, StringComparison.Ordinal);
    }

    private static void Map(CsvDataReader row, RowOutput output)
    {
        if (row.GetFieldSpan(0).IsWhiteSpace())
            output.Reject(NoNumber, 1);
        else if (!TryDate(row, 1, out _))
            output.Reject(BadDate, 2);
        else
            MapCrime(row, output);
    }

    private static void MapCrime(CsvDataReader row, RowOutput output)
    {
        if (TryDate(row, 2, out var from) && TryDate(row, 3, out var to) && to < from)
            output.Report(Backwards, 4);
        if (row.GetFieldSpan(10).IsEmpty)
            output.Report(NoPlace, 11);
        output.Add(Note.Of(row.GetString(0)));
    }

    private static bool TryDate(CsvDataReader row, int column, out DateOnly date) =>
        DateOnly.TryParseExact(row.GetFieldSpan(column), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static async IAsyncEnumerable<SourceRow<CsvDataReader>> ReadAsync(
        string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = await CsvDataReader.CreateAsync(
            new StringReader(table), new CsvDataReaderOptions { Delimiter = ',', Comment = '\0' }, cancellationToken);
        long line = 2;
        while (await csv.ReadAsync(cancellationToken))
        {
            var raw = csv.GetRawRecordSpan().ToString();
            var text = raw.TrimEnd('\r', '\n').AsMemory();
            yield return csv.RowFieldCount == csv.FieldCount
                ? SourceRow<CsvDataReader>.Read(csv, line, text)
                : SourceRow<CsvDataReader>.Faulted(Fault(csv), line, text);
            line += raw.Count(c => c == '\n');
        }
    }

    private static RowFault Fault(CsvDataReader csv) => csv.RowFieldCount < csv.FieldCount
        ? new RowFault(ImportRules.TooFewFields, csv.RowFieldCount + 1)
        : new RowFault(ImportRules.TooManyFields, csv.FieldCount + 1);
}
