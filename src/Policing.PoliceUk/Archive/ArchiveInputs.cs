using System.IO.Compression;
using System.IO.Enumeration;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Archive;

/// <summary>
/// The files of the archive that given paths lead to, in a fixed order: the paths as given, a folder's files (with those of its folders) and
/// a zip's entries in the ordinal order of their names.
/// </summary>
/// <remarks>
/// Zip archives stay open until this is disposed of, and their entries are read one after the other: not thread-safe.
/// The names of zip entries never become paths.
/// </remarks>
public sealed class ArchiveInputs : IDisposable
{
    private readonly List<ArchiveInput> _all = [];
    private readonly List<OpenedZip> _zips = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly ArchiveLimits _limits;

    private ArchiveInputs(ArchiveLimits limits) => _limits = limits;

    /// <summary>The inputs; the one at place n has the ordinal n + 1. What was given and cannot be read is among them, and says so when it is opened.</summary>
    public IReadOnlyList<ArchiveInput> All => _all;

    /// <summary>How many files in folders and zip archives are no tables, and were passed over.</summary>
    public int Ignored { get; private set; }

    /// <summary>How many files were given more than once, and are read once.</summary>
    public int Repeated { get; private set; }

    /// <summary>Looks at each path: a .csv, a .csv.gz, a .zip, or a folder that holds them.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What was found. A path that leads nowhere is an input that cannot be read: no path makes this fail.</returns>
    public static ArchiveInputs Find(IEnumerable<string> paths, ArchiveLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var found = new ArchiveInputs(limits ?? ArchiveLimits.Default);
        try
        {
            var index = 0;
            foreach (var path in paths)
                found.AddPath(path, index++, cancellationToken);
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    /// <summary>Closes the zip archives.</summary>
    public void Dispose()
    {
        foreach (var zip in _zips)
            zip.Dispose();
        _zips.Clear();
    }

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool IsHidden(string name) => name.StartsWith('.');

    private static bool IsTable(string name) => Ends(name, ".csv") || Ends(name, ".csv.gz");

    private static List<string> FilesBelow(string folder)
    {
        // Links to folders are not followed: they can lead back to where they stand.
        var files = new FileSystemEnumerable<string>(
            folder,
            static (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var sorted = new List<string>(files);
        sorted.Sort(CompareByFolder);
        return sorted;
    }

    /// <summary>The same order on every platform, whatever separates its folders.</summary>
    private static int CompareByFolder(string a, string b) => Path.DirectorySeparatorChar == '/'
        ? string.CompareOrdinal(a, b)
        : string.CompareOrdinal(a.Replace(Path.DirectorySeparatorChar, '/'), b.Replace(Path.DirectorySeparatorChar, '/'));

    private void AddPath(string path, int index, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        if (path.Length == 0)
            AddUnreadable(ImportRules.CannotOpen, default, index);
        else if (Directory.Exists(path))
            AddFolder(Path.GetFullPath(path), index, cancellationToken);
        else if (IsTable(path) || Ends(path, ".zip"))
            AddFile(Path.GetFullPath(path), index);
        else
            AddUnreadable(File.Exists(path) ? ImportRules.UnsupportedInput : ImportRules.CannotOpen, default, index);
    }

    private void AddFolder(string folder, int index, CancellationToken cancellationToken)
    {
        List<string> files;
        try
        {
            files = FilesBelow(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(ImportRules.CannotOpen, default, index);
            return;
        }

        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetFileName(file);
            if (!IsHidden(name) && (IsTable(name) || Ends(name, ".zip")))
                AddFile(file, index);
            else
                Ignored++;
        }
    }

    private void AddFile(string file, int index)
    {
        if (!_files.Add(file))
            Repeated++;
        else if (Ends(file, ".zip"))
            AddZip(file, index);
        else if (Ends(file, ".gz"))
            Add(ArchiveFileName.Parse(file), index, () => InputFile.OpenGzip(file, _limits));
        else
            Add(ArchiveFileName.Parse(file), index, () => InputFile.Open(file));
    }

    private void AddZip(string file, int index)
    {
        OpenedZip zip;
        try
        {
            zip = OpenedZip.Open(file, _limits);
        }
        catch (Exception e) when (InputFaultException.TryGetRule(e, out var rule))
        {
            AddUnreadable(rule, ArchiveFileName.Parse(file), index);
            return;
        }

        _zips.Add(zip);
        foreach (var entry in zip.Entries)
            AddEntry(zip, entry, index);
    }

    private void AddEntry(OpenedZip zip, ZipArchiveEntry entry, int index)
    {
        var name = ArchiveFileName.Parse(entry.FullName);
        if (name.Text.Length == 0)
            return; // a folder
        if (IsHidden(name.Text))
            Ignored++;
        else if (Ends(entry.FullName, ".zip") || Ends(entry.FullName, ".gz"))
            AddUnreadable(ImportRules.NestedArchive, name, index);
        else if (Ends(entry.FullName, ".csv"))
            Add(name, index, () => zip.Open(entry));
        else
            Ignored++;
    }

    private void AddUnreadable(FindingRule rule, ArchiveFileName name, int index) =>
        Add(name, index, () => throw new InputFaultException(rule));

    private void Add(ArchiveFileName name, int index, Func<Stream> open) =>
        _all.Add(new ArchiveInput(_all.Count + 1, index, name, _limits, open));
}
