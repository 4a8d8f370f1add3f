namespace Policing.Cli.Inputs;

/// <summary>Small files that the tool is told to go by.</summary>
internal static class InputBytes
{
    public static byte[] Read(string path, int most, string what)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > most) throw new UsageException($"{what} is too large.", "name another file.");
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{what} cannot be read.", "check that it is there and that you may read it.");
        }
    }
}
