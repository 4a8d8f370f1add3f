namespace Policing.Ethics.Audit;

/// <summary>Where a path leads once its links are followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Whether a file is in a folder or below it. Where that cannot be told it is.</summary>
    public static bool IsIn(string file, string folder)
    {
        string? realFile = Of(file, MostLinks);
        string? realFolder = Of(folder, MostLinks);
        if (realFile is null || realFolder is null) return true;
        StringComparison comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return realFile.StartsWith(Path.TrimEndingDirectorySeparator(realFolder) + Path.DirectorySeparatorChar, comparison);
    }

    // A folder on the way may be a link as well as the file itself.
    private static string? Of(string path, int links)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (links == 0) return null;
        string? parent = Path.GetDirectoryName(full);
        if (parent is null) return full;
        if (Of(parent, links) is not { } realParent) return null;
        string here = Path.Combine(realParent, Path.GetFileName(full));
        return new FileInfo(here).LinkTarget is { } target ? Of(Path.Combine(realParent, target), links - 1) : here;
    }
}
