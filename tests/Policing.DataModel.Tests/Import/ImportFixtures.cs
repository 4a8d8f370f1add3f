using Policing.DataModel.Import;

namespace Policing.DataModel.Tests.Import;

/// <summary>Records that are told apart by a text.</summary>
internal static class Note
{
    /// <summary>The record of a text; equal texts make equal records.</summary>
    public static PoliceRecord Of(string text) => new Location { Id = RecordId.Derive("test", "note " + text), Description = text };
}

/// <summary>Takes records in memory, and fails or waits where a test wants it to.</summary>
internal sealed class MemorySink : IRecordSink
{
    public List<PoliceRecord> Records { get; } = [];

    public List<int> Groups { get; } = [];

    public int Flushes { get; private set; }

    public Func<ReadOnlyMemory<PoliceRecord>, CancellationToken, ValueTask>? Before { get; init; }

    public async ValueTask WriteAsync(ReadOnlyMemory<PoliceRecord> records, CancellationToken cancellationToken = default)
    {
        if (Before is not null)
            await Before(records, cancellationToken);
        foreach (var record in records.Span)
            Records.Add(record);
        Groups.Add(records.Length);
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        Flushes++;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Reports at once, where <see cref="Progress{T}"/> would post to another thread.</summary>
internal sealed class ProgressList : IProgress<RowImportProgress>
{
    public List<RowImportProgress> Reports { get; } = [];

    public void Report(RowImportProgress value) => Reports.Add(value);
}

internal static class Rows
{
    /// <summary>Rows at lines 2, 3, … as after a header; a text starting with "fault" is a row that the reader could not make.</summary>
    public static async IAsyncEnumerable<SourceRow<string>> From(params IEnumerable<string> texts)
    {
        long line = 1;
        foreach (var text in texts)
        {
            line++;
            if (text == "wait")
                await Task.Yield();
            yield return text.StartsWith("fault", StringComparison.Ordinal)
                ? SourceRow<string>.Faulted(new RowFault(ImportRules.TooFewFields, 3), line, text.AsMemory())
                : SourceRow<string>.Read(text, line, text.AsMemory());
        }
    }
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("psdk-").FullName;

    public string Root { get; }

    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
