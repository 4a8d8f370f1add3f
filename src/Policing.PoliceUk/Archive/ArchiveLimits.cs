namespace Policing.PoliceUk.Archive;

/// <summary>What an archive may cost to read. Immutable; a limit that is passed makes the input unreadable, a line limit only the line.</summary>
/// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
public sealed record ArchiveLimits
{
    /// <summary>The limits where none are given.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Entries of one zip archive. 10,000 if not set.</summary>
    public int MaxEntries
    {
        get;
        init => field = (int)AtLeastOne(value);
    } = 10_000;

    /// <summary>Bytes after decompression, of one .gz or of all entries of one .zip together. 4 GiB if not set.</summary>
    public long MaxOutputBytes
    {
        get;
        init => field = AtLeastOne(value);
    } = 4L << 30;

    /// <summary>How many times larger the data may be after decompression. 200 if not set.</summary>
    public int MaxRatio
    {
        get;
        init => field = (int)AtLeastOne(value);
    } = 200;

    /// <summary>
    /// Bytes after decompression up to which the ratio does not matter: a small table of equal rows is no bomb. 8 MiB if not set.
    /// </summary>
    public long RatioFreeBytes
    {
        get;
        init => field = AtLeastOne(value);
    } = 8L << 20;

    /// <summary>Characters of one line, and of one row whose quoted fields hold line ends. 1,048,576 if not set.</summary>
    public int MaxLineLength
    {
        get;
        init => field = (int)AtLeastOne(value);
    } = 1 << 20;

    private static long AtLeastOne(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
