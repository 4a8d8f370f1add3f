namespace Policing.Samples.Partner.Identity;

/// <summary>Writes files that only their owner reads. They appear whole or not at all.</summary>
internal static class OwnFile
{
    public static void Write(string path, ReadOnlySpan<char> text)
    {
        string unfinished = path + ".new";
        File.Delete(unfinished);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (StreamWriter file = new(unfinished, options)) file.Write(text);
        File.Move(unfinished, path, overwrite: true);
    }

    public static string Folder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
