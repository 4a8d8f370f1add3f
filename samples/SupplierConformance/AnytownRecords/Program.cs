// Writes what the product would send into a folder: one record a file.
using Anytown.Records;
using Policing.DataModel;
using Policing.DataModel.Json;

if (args is not [string folder])
{
    Console.Error.WriteLine("Name the folder for the records: dotnet run --project AnytownRecords -- records");
    return 2;
}

Export export = new(Release.Defects, TimeProvider.System);
PoliceRecord[] records = [.. Tables.Nominals.Select(export.ToRecord), .. Tables.Crimes.Select(export.ToRecord)];
Directory.CreateDirectory(folder);
for (int i = 0; i < records.Length; i++) File.WriteAllBytes(Path.Combine(folder, FormattableString.Invariant($"{i + 1:D2}.json")), PoliceJson.Write(records[i]));
Console.WriteLine($"Anytown Records {Release.Number} wrote {records.Length} records.");
return 0;
