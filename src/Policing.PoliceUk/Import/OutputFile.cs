using Policing.DataModel;
using Policing.DataModel.Import;
using Policing.DataModel.Json;

namespace Policing.PoliceUk.Import;

/// <summary>
/// The records of one input as NDJSON. They are written to a file beside their place, which takes it when all is well: nobody sees half a
/// file. Counts the records by type. Not thread-safe.
/// </summary>
internal sealed class OutputFile : IRecordSink, IAsyncDisposable
{
    public const string Partial = ".partial";

    private static readonly string[] Types = ["crime", "anti-social-behaviour", "crime-outcome", "stop-search", "location", "link"];

    private readonly string _path;
    private readonly FileStream _file;
    private readonly RecordLineWriter _writer;
    private readonly long[] _counts = new long[Types.Length];
    private bool _closed;

    public OutputFile(string path, Bundle header)
    {
        _path = path;
        _file = new FileStream(
            PartialPath,
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });
        _writer = new RecordLineWriter(_file, header);
    }

    public string PartialPath => _path + Partial;

    public ValueTask WriteAsync(ReadOnlyMemory<PoliceRecord> records, CancellationToken cancellationToken = default)
    {
        foreach (var record in records.Span)
            _counts[TypeOf(record)]++;
        return _writer.WriteAsync(records, cancellationToken);
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => _writer.FlushAsync(cancellationToken);

    /// <summary>How many records of each type were written.</summary>
    public IReadOnlyList<RecordTypeCount> Counts()
    {
        var counts = new List<RecordTypeCount>();
        for (var i = 0; i < Types.Length; i++)
        {
            if (_counts[i] > 0)
                counts.Add(new(Types[i], _counts[i]));
        }

        return counts;
    }

    /// <summary>Ends the writing; the file can then be read at its <see cref="PartialPath"/>.</summary>
    public async ValueTask CloseAsync()
    {
        if (_closed)
            return;
        _closed = true;
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Puts the file in its place.</summary>
    public async ValueTask PutInPlaceAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        File.Move(PartialPath, _path, overwrite: false);
    }

    /// <summary>Closes the file, and removes it if it was not put in its place.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        File.Delete(PartialPath);
    }

    private static int TypeOf(PoliceRecord record) => record switch
    {
        Crime => 0,
        AntiSocialBehaviour => 1,
        CrimeOutcome => 2,
        StopSearch => 3,
        Location => 4,
        Link => 5,
        _ => throw new InvalidOperationException("The mapping makes no record of this type."),
    };
}
