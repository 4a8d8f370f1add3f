// Writes what the product would send into a folder: one record a file.
using Anytown.Records;
using Policing.DataModel;
using Policing.DataModel.Json;

if (args is not [string folder])
{
    Console.Error.WriteLine("Name the folder for the records: dotnet run --project AnytownRecords -- records");
    return 2;
}

IReadOnlyList<PoliceRecord> records = new Export(Release.Defects, TimeProvider.System).All();
Directory.CreateDirectory(folder);
for (int i = 0; i < records.Count; i++) File.WriteAllBytes(Path.Combine(folder, FormattableString.Invariant($"{i + 1:D2}.json")), PoliceJson.Write(records[i]));
Console.WriteLine($"Anytown Records {Release.Number} wrote {records.Count} records.");
return 0;
