using System.Security.Cryptography;

namespace Policing.Samples.Partner.Start;

/// <summary>The key of cursors, in a file that only its owner reads; made at the first start.</summary>
internal static class CursorKey
{
    private const int Bytes = 32;

    public static byte[] OfFile(string path)
    {
        if (File.Exists(path)) return File.ReadAllBytes(path);
        byte[] key = RandomNumberGenerator.GetBytes(Bytes);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using FileStream file = new(path, options);
        file.Write(key);
        return key;
    }
}
