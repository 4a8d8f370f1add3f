// The partner API's store before a system that was there already: dotnet run --project samples/LegacyStore
// Every row is served, whatever is wrong with it; what is wrong is counted and said, without anybody's data. Exit code 0.
using Microsoft.Data.Sqlite;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;
using Policing.PartnerHost;
using Policing.Samples.Legacy;

string folder = Directory.CreateTempSubdirectory("policing-legacy").FullName;
string connection = LegacyDatabase.Make(Path.Combine(folder, "nominals.sqlite"));
LegacyDatabase.PutBeside(connection);
LegacyStore store = new(connection, "anytown", PoliceAgencies.Of(PoliceAgency.Cleveland), TimeProvider.System);

PolicingValidator validator = new();
Dictionary<FindingRule, int> findings = [];
int served = 0;
await foreach (StoredRecord record in store.CandidatesAsync("anytown", new CandidateQuery { Type = "person" }, CancellationToken.None))
{
    served++;
    foreach (Finding finding in validator.Read(record.Content.Span).Report.Findings) findings[finding.Rule] = findings.GetValueOrDefault(finding.Rule) + 1;
}
SqliteConnection old = new(connection);
old.Open();
int rows = old.Rows("SELECT 1 FROM NOMINALS", _ => 1).Count;
Console.WriteLine($"{rows} rows in the old table, {served} records served.");
Console.WriteLine($"{old.Rows("SELECT 1 FROM NOMINALS WHERE coalesce(REFNO, '') = ''", _ => 1).Count} row has no number, {old.Rows("SELECT 1 FROM NOMINALS GROUP BY REFNO HAVING count(*) > 1 AND REFNO IS NOT NULL", _ => 1).Count} number is there twice: each row is a record of its own.");
foreach ((FindingRule rule, int count) in findings.OrderBy(pair => pair.Key.Id, StringComparer.Ordinal)) Console.WriteLine($"{count,3} x {rule.Id} {rule.Message}");

long seen = await store.LastChangeAsync("anytown", CancellationToken.None);
old.Run("UPDATE NOMINALS SET DOB = '01/02/1981' WHERE REFNO IS NULL");
foreach (StoredChange change in await store.ChangesAsync("anytown", seen, 10, CancellationToken.None))
    Console.WriteLine($"The old system corrected a row: {change.Kind} in the feed, at {change.Sequence}.");
old.Dispose();
Directory.Delete(folder, recursive: true);
