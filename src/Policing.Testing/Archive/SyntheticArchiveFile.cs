namespace Policing.Testing;

/// <summary>
/// One file of a synthetic archive. It is made anew each time it is written, row by row, so that a large file never stands in memory.
/// Immutable; several threads may write the same file, or several files, at a time.
/// </summary>
public abstract class SyntheticArchiveFile
{
    private protected SyntheticArchiveFile(string name, SyntheticFileKind kind, SyntheticLineEnds lineEnds, bool hasIndexColumn)
    {
        Name = name;
        Kind = kind;
        LineEnds = lineEnds;
        HasIndexColumn = hasIndexColumn;
    }

    /// <summary>
    /// The name in the archive, with its folder and forward slashes: <c>2023-03/2023-03-avon-and-somerset-street.csv</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>What the file holds.</summary>
    public SyntheticFileKind Kind { get; }

    internal SyntheticLineEnds LineEnds { get; }

    internal bool HasIndexColumn { get; }

    /// <summary>Writes the file's bytes and says what was written. The stream stays open.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="cancellationToken">Stops between rows; what is written by then stays.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SyntheticFileManifest WriteTo(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return Write(destination, cancellationToken);
    }

    private protected abstract SyntheticFileManifest Write(Stream destination, CancellationToken cancellationToken);
}
