using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.PoliceUk.Tests.Archive;

namespace Policing.PoliceUk.Tests.Import;

/// <summary>A folder of inputs and what an import makes of it; all goes away with the test.</summary>
internal sealed class ImportedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Output => Path.Combine(_folder.Root, "output");

    public string Input => Path.Combine(_folder.Root, "input");

    /// <summary>The names of what was written, in order.</summary>
    public IReadOnlyList<string> Written => Directory.Exists(Output)
        ? [.. Directory.EnumerateFileSystemEntries(Output).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)]
        : [];

    public string Put(string name, byte[] content) => _folder.Put(Path.Combine("input", name), content);

    public string Put(string name, string content) => _folder.Put(Path.Combine("input", name), content);

    public Task<ArchiveImportReport> ImportAsync(ArchiveImportOptions? options = null, IProgress<ArchiveImportProgress>? progress = null, CancellationToken? token = null) =>
        ImportAsync([Input], options, progress, token);

    public Task<ArchiveImportReport> ImportAsync(
        IEnumerable<string> paths, ArchiveImportOptions? options = null, IProgress<ArchiveImportProgress>? progress = null, CancellationToken? token = null) =>
        // The rows of the tests are of 2031.
        new ArchiveImport(options ?? new ArchiveImportOptions { Time = new StoppedClock() }).RunAsync(paths, Output, progress, token ?? TestContext.Current.CancellationToken);

    public string Text(string name) => File.ReadAllText(Path.Combine(Output, name));

    public JsonDocument Report() => JsonDocument.Parse(Text("report.json"));

    public async Task<List<T>> RecordsAsync<T>(string name)
        where T : PoliceRecord
    {
        await using var file = File.OpenRead(Path.Combine(Output, name));
        var records = new List<T>();
        await foreach (var line in new RecordLineReader(file).ReadAsync(TestContext.Current.CancellationToken))
        {
            if (line.Record is T record)
                records.Add(record);
        }

        return records;
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>A clock that stands still.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => 0;
}

/// <summary>Calls back at once.</summary>
internal sealed class OnProgress(Action<ArchiveImportProgress> act) : IProgress<ArchiveImportProgress>
{
    public void Report(ArchiveImportProgress value) => act(value);
}

internal static class Tables
{
    public const string StreetHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n";

    public const string OutcomesHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n";

    public static string Street(params IEnumerable<string> rows) => StreetHeader + string.Join('\n', rows) + "\n";

    public static string Outcomes(params IEnumerable<string> rows) => OutcomesHeader + string.Join('\n', rows) + "\n";
}
