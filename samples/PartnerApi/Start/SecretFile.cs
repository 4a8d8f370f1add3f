using System.Security.Cryptography;

namespace Policing.Samples.Partner.Start;

/// <summary>A secret of 32 random bytes, in a file that only its owner reads; made at the first start.</summary>
internal static class SecretFile
{
    private const int Bytes = 32;

    public static byte[] Read(string path)
    {
        if (!File.Exists(path)) Write(path);
        byte[] secret = File.ReadAllBytes(path);
        return secret.Length == Bytes ? secret : throw new InvalidOperationException("A file of a secret has another length than it was made with. Put it back, or begin with an empty data folder.");
    }

    private static void Write(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using FileStream file = new(path, options);
        file.Write(RandomNumberGenerator.GetBytes(Bytes));
        file.Flush(flushToDisk: true);
    }
}
