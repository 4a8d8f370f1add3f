using System.IO.Compression;
using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>A zip archive held open for its entries, with one budget for all of them. Its entries are read one after the other.</summary>
internal sealed class OpenedZip : IDisposable
{
    // What an entry may take in the directory, name and extra fields included, and what the search for its end may take.
    private const int DirectoryBytesPerEntry = 1024;
    private const int DirectoryBytesFree = 128 * 1024;

    private readonly ZipArchive _zip;
    private readonly OutputBudget _budget;
    private readonly ArchiveLimits _limits;

    private OpenedZip(ZipArchive zip, IReadOnlyList<ZipArchiveEntry> entries, OutputBudget budget, ArchiveLimits limits)
    {
        _zip = zip;
        Entries = entries;
        _budget = budget;
        _limits = limits;
    }

    /// <summary>The entries in the ordinal order of their names.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries { get; }

    /// <summary>Opens an archive and lists its entries.</summary>
    /// <exception cref="InputFaultException">It is no zip archive, or has too many entries.</exception>
    public static OpenedZip Open(string path, ArchiveLimits limits)
    {
        var file = InputFile.Open(path);
        ZipArchive? zip = null;
        try
        {
            var directory = new DirectoryReadLimit(file, DirectoryBytesFree + ((long)DirectoryBytesPerEntry * limits.MaxEntries));
            zip = new ZipArchive(directory, ZipArchiveMode.Read);
            var entries = Sorted(zip, limits);
            directory.Lift();
            return new OpenedZip(zip, entries, new OutputBudget(limits, file.Length), limits);
        }
        catch (Exception e)
        {
            zip?.Dispose();
            file.Dispose();
            throw e is InvalidDataException ? new InputFaultException(ImportRules.NotZip) : e;
        }
    }

    /// <summary>Opens an entry.</summary>
    /// <exception cref="InputFaultException">It is encrypted.</exception>
    public Stream Open(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new InputFaultException(ImportRules.EncryptedEntry);
        var own = new OutputBudget(_limits, entry.CompressedLength);
        return new DecompressedStream(entry.Open(), [_budget, own], entry.Length, entry.Crc32);
    }

    public void Dispose() => _zip.Dispose();

    private static ZipArchiveEntry[] Sorted(ZipArchive zip, ArchiveLimits limits)
    {
        var count = zip.Entries.Count;
        if (count > limits.MaxEntries)
            throw new InputFaultException(ImportRules.TooManyEntries);
        var places = new int[count];
        for (var i = 0; i < count; i++)
            places[i] = i;
        // By place where two entries have one name: the order must not depend on the sort.
        Array.Sort(places, (a, b) => string.CompareOrdinal(zip.Entries[a].FullName, zip.Entries[b].FullName) is var order and not 0 ? order : a - b);
        return Array.ConvertAll(places, place => zip.Entries[place]);
    }
}
