namespace Policing.Cli.Output;

/// <summary>A file that comes to be whole or not at all: it is written beside its place and moved there when all is well. It never replaces another.</summary>
internal sealed class NewFile : IAsyncDisposable
{
    private readonly string? _path;
    private readonly string? _partial;
    private bool _isKept;

    private NewFile(Stream stream, string? path, string? partial) => (Stream, _path, _partial) = (stream, path, partial);

    public Stream Stream { get; }

    public static NewFile StandardOutput() => new(Console.OpenStandardOutput(), path: null, partial: null);

    /// <summary>A file at this path; where one is there already, that is refused unless it may be replaced.</summary>
    public static NewFile At(string path, bool mayReplace = false)
    {
        if (!mayReplace && (File.Exists(path) || Directory.Exists(path))) throw new UsageException("there is something at the output's place already.", "name another file, or move that one away.");
        try
        {
            string partial = $"{path}.{Environment.ProcessId}.partial";
            return new(new FileStream(partial, FileMode.CreateNew, FileAccess.Write), path, partial);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException("the output cannot be written.", "check that its folder is there and that you may write in it.");
        }
    }

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await Stream.FlushAsync(cancellationToken);
        if (_path is null) return;
        await Stream.DisposeAsync();
        File.Move(_partial!, _path, overwrite: true);
        _isKept = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (_partial is not null && !_isKept) File.Delete(_partial);
    }
}
