using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>Opens the files of an archive.</summary>
internal static class InputFile
{
    private const int BufferSize = 64 * 1024;
    private static ReadOnlySpan<byte> GzipStart => [0x1F, 0x8B];

    /// <summary>Opens a file to be read from its start to its end.</summary>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);

    /// <summary>Opens gzip data.</summary>
    /// <exception cref="InputFaultException">The file is empty or is no gzip data.</exception>
    public static Stream OpenGzip(string path, ArchiveLimits limits)
    {
        var file = Open(path);
        try
        {
            CheckGzipStart(file);
            return new DecompressedStream(new WholeGzipStream(file), [new OutputBudget(limits, file.Length)]);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static void CheckGzipStart(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == 0)
            throw new InputFaultException(ImportRules.EmptyInput);
        if (!start[..read].SequenceEqual(GzipStart))
            throw new InputFaultException(ImportRules.NotGzip);
        file.Position = 0;
    }
}
