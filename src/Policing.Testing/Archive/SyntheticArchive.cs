using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>
/// A made-up archive in the exact CSV formats of the data.police.uk archive, for trying programs that read it. The same options give the
/// same bytes on every machine. Nothing in it is about a real crime, stop or person: streets, districts, places and Crime IDs are invented,
/// LSOA codes are from a range that is not in use (<see cref="SafeRanges"/>); only the names of forces and the code labels are real.
/// Immutable and safe for several threads.
/// </summary>
/// <example>
/// <code>
/// var archive = new SyntheticArchive(new SyntheticArchiveOptions { Seed = 7, StreetRows = 5_000 });
/// using var zip = File.Create("archive.zip");
/// var manifest = archive.WriteZip(zip);
/// </code>
/// </example>
public sealed class SyntheticArchive
{
    private const int MaximumMonths = 120;
    private const int MaximumRows = 1_000_000;
    private const int FirstYear = 2001;
    private const int LastYear = 2089;

    private readonly ImmutableArray<SyntheticArchiveFile> files;

    /// <summary>Plans an archive; nothing is made until it is written.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> or its forces are null.</exception>
    /// <exception cref="ArgumentException">A force is unknown or given twice, there is none, or there would be no file.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is outside its range, or <c>Dirt</c> is not a member of its enumeration.
    /// </exception>
    public SyntheticArchive(SyntheticArchiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        Options = options with { Forces = [.. options.Forces] };
        files = new ArchivePlan(Options).Files();
    }

    /// <summary>What was asked for.</summary>
    public SyntheticArchiveOptions Options { get; }

    /// <summary>The files, by month, force and kind; with realistic dirt a note that is not CSV comes last.</summary>
    public IReadOnlyList<SyntheticArchiveFile> Files => files;

    /// <summary>
    /// Writes all files as one zip in the archive's layout, a folder for each month. Entries are stored, not compressed, with a fixed time,
    /// so that the bytes do not depend on the machine; each file is therefore made twice, the first time for its checksum. The stream need
    /// not seek and stays open.
    /// </summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="cancellationToken">Stops between rows; what is written by then stays.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The zip would be larger than 4 GiB.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SyntheticArchiveManifest WriteZip(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var zip = new StoredZipWriter(destination);
        var manifests = ImmutableArray.CreateBuilder<SyntheticFileManifest>(files.Length);
        foreach (var file in files)
        {
            SyntheticFileManifest? manifest = null;
            zip.Add(file.Name, stream => manifest = file.WriteTo(stream, cancellationToken));
            manifests.Add(manifest!);
        }

        zip.Finish();
        return new(manifests.ToImmutable());
    }

    /// <summary>Writes all files under a folder, which is made when it is missing, with a folder for each month.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Stops between rows; the files written by then stay.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="IOException">A file is there already (it is left as it is), or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SyntheticArchiveManifest WriteFolder(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var manifests = ImmutableArray.CreateBuilder<SyntheticFileManifest>(files.Length);
        foreach (var file in files)
        {
            var target = Path.Combine(path, file.Name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            manifests.Add(file.WriteTo(stream, cancellationToken));
        }

        return new(manifests.ToImmutable());
    }

    /// <summary>Makes the archive, counts what is in it and keeps nothing else.</summary>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SyntheticArchiveManifest Describe(CancellationToken cancellationToken = default) =>
        new([.. files.Select(file => file.WriteTo(Stream.Null, cancellationToken))]);

    private static void Check(SyntheticArchiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Forces, nameof(options));
        CheckForces(options);
        CheckRange(options.Months, 1, MaximumMonths, nameof(options.Months));
        CheckRange(options.StreetRows, 0, MaximumRows, nameof(options.StreetRows));
        CheckRange(options.OutcomeRows, 0, MaximumRows, nameof(options.OutcomeRows));
        CheckRange(options.StopRows, 0, MaximumRows, nameof(options.StopRows));
        CheckRange(options.FirstMonth.Year, FirstYear, LastYear, nameof(options.FirstMonth));
        CheckRange((int)options.Dirt, (int)SyntheticDirt.None, (int)SyntheticDirt.Realistic, nameof(options.Dirt));
        if (options is { StreetRows: 0, OutcomeRows: 0, StopRows: 0 })
        {
            throw new ArgumentException("Ask for at least one row in one kind of file.", nameof(options));
        }
    }

    private static void CheckForces(SyntheticArchiveOptions options)
    {
        var forces = options.Forces;
        if (forces.Count == 0)
        {
            throw new ArgumentException("Name at least one force.", nameof(options));
        }

        if (forces.Any(slug => SyntheticForce.Find(slug) is null))
        {
            throw new ArgumentException(
                "A force is not one of the 43 territorial forces of England and Wales. Use the slugs of data.police.uk, such as "
                + "avon-and-somerset.",
                nameof(options));
        }

        if (forces.Distinct(StringComparer.Ordinal).Count() != forces.Count)
        {
            throw new ArgumentException("Name each force once.", nameof(options));
        }
    }

    private static void CheckRange(int value, int least, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
