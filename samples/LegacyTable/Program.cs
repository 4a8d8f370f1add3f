// The program of docs/journey-supplier.md, which shows its regions; CI runs it, and again on the packed packages.
#region JourneyImport
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Sylvan.Data.Csv;

Marking marking = new() { Tier = SecurityTier.Official, Sensitive = true };
ReferenceData codes = ReferenceData.BuiltIn.WithOverlay("legacy-codes.json");

RowImportReport import;
using (CsvDataReader csv = CsvDataReader.Create("legacy.csv"))
await using (FileStream file = File.Create("records.ndjson"))
await using (RejectsFile rejects = new("rejects.ndjson", "OFFICIAL-SENSITIVE"))
{
    Bundle header = new() { Id = RecordId.New(), Kind = BundleKind.Collection, OperationalStatus = OperationalStatus.Test, Marking = marking };
    await using RecordLineWriter output = new(file, header);
    import = await new RowImport<CsvDataReader>(new LegacyMapping(codes).Map).RunAsync(LegacyRows.ReadAsync(csv), output, rejects);
}

Console.WriteLine($"{import.Read} rows = {import.Written} written + {import.Rejected} rejected");
foreach (RowFinding found in import.Findings) Console.WriteLine($"  line {found.Line}, column {found.Column}: {found.Rule.Id} {found.Rule.Message}");
#endregion

#region JourneyCheck
PolicingValidator validator = new(new() { ReferenceData = codes });
RecordSetCheck set = new(codes);
List<PoliceRecord> records = [];
await using (FileStream file = File.OpenRead("records.ndjson"))
{
    await foreach (RecordLine line in validator.ReadLinesAsync(file, set))
    {
        foreach (Finding found in line.Result.Report.Findings) Console.WriteLine($"  {found}");
        if (line.Record is { } record and not Bundle) records.Add(record);
    }
}

foreach (Finding found in set.Complete().Findings) Console.WriteLine($"  {found}");
#endregion

#region JourneyBundle
Bundle bundle = new()
{
    Id = RecordId.New(),
    Controllers = [PoliceAgencies.Of(PoliceAgency.Cleveland)],
    Marking = marking,
    Kind = BundleKind.Submission,
    OperationalStatus = OperationalStatus.Test,
    Sender = PoliceAgencies.Of(PoliceAgency.Cleveland),
    Recipients = [PoliceAgencies.Of(PoliceAgency.Durham)],
    Sharing = new() { Agreement = "example agreement 1", Purpose = ProcessingPurpose.Investigation },
    Records = [.. records],
};
byte[] json = PoliceJson.Write(bundle);
ValidationReport report = validator.Validate(json);      // what the other side will do with it
Console.WriteLine($"bundle of {records.Count} records: {(report.IsValid ? "valid" : "NOT VALID")}, {report}");
if (report.IsValid) await File.WriteAllBytesAsync("bundle.json", json);
#endregion

bool isAsItShouldBe = import is { Read: 9, Written: 6, Rejected: 3 } && report.IsValid && records.Count == 16;
if (!isAsItShouldBe) Console.Error.WriteLine("The table did not become the records that the page says.");
return isAsItShouldBe ? 0 : 1;
