namespace Policing.Cli.Inputs;

/// <summary>Files that the tool is told to go by, read whole.</summary>
internal static class InputBytes
{
    private const int PieceBytes = 64 << 10;

    /// <summary>The bytes of a file; null where there are more than these.</summary>
    /// <param name="path">The file, which may be a pipe.</param>
    /// <param name="what">What it is to be, as messages name it.</param>
    /// <param name="most">How many are taken.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[]? ReadUpTo(string path, string what, int most)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using MemoryStream read = new();
            byte[] piece = new byte[PieceBytes];
            for (int length = file.Read(piece); length > 0; length = file.Read(piece))
            {
                if (read.Length + length > most) return null;
                read.Write(piece, 0, length);
            }

            return read.ToArray();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{what} cannot be read.", "check that it is there and that you may read it.");
        }
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="UsageException">It cannot be read, or there are more than these.</exception>
    public static byte[] Read(string path, string what, int most = int.MaxValue) =>
        ReadUpTo(path, what, most) ?? throw new UsageException($"{what} is too large.", "name another file.");

    /// <summary>The text of a file, without a byte order mark; null where it is longer.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static string? ReadTextUpTo(string path, string what, int most)
    {
        if (ReadUpTo(path, what, most) is not { } bytes) return null;
        using StreamReader text = new(new MemoryStream(bytes));
        return text.ReadToEnd();
    }
}
