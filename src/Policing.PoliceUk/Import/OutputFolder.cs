namespace Policing.PoliceUk.Import;

/// <summary>The folder that one run writes to, and nothing else: it is new or empty before, and if the run fails, again afterwards.</summary>
internal sealed class OutputFolder
{
    private readonly string _path;
    private readonly bool _isOwn;
    private readonly List<string> _files = [];

    private OutputFolder(string path, bool isOwn)
    {
        _path = path;
        _isOwn = isOwn;
    }

    /// <exception cref="OutputFolderException">It is a file, holds something, or cannot be made.</exception>
    public static OutputFolder Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            if (File.Exists(full))
                throw new OutputFolderException("The output folder is a file. Name a folder that is new or empty.");
            var isOwn = !Directory.Exists(full);
            if (!isOwn && Directory.EnumerateFileSystemEntries(full).Any())
                throw new OutputFolderException(
                    "The output folder is not empty, and output of two runs is never mixed. Name a folder that is new or empty.");
            Directory.CreateDirectory(full);
            return new OutputFolder(full, isOwn);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException and not OutputFolderException)
        {
        }

        throw new OutputFolderException("The output folder cannot be made or opened. Check that you may write there.");
    }

    /// <summary>The path of a file of the run, which is the run's to remove if it fails.</summary>
    public string PathOf(string name)
    {
        var path = Path.Combine(_path, name);
        _files.Add(path);
        return path;
    }

    /// <summary>Removes what the run has written.</summary>
    public void Discard()
    {
        foreach (var file in _files)
        {
            File.Delete(file);
            File.Delete(file + OutputFile.Partial);
        }

        if (_isOwn && !Directory.EnumerateFileSystemEntries(_path).Any())
            Directory.Delete(_path);
    }
}
