using System.Security.Cryptography;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>
/// A file with one <see cref="SigningKey"/> on one line: outside of the folder of the data, and open to its owner alone (mode 0600). A file that is not so is refused.
/// Thread-safe.
/// </summary>
/// <remarks>
/// Messages name the rule and never the path. Links are followed before the folder is looked at, and the mode is that of the opened file, so that it cannot be exchanged
/// in between. Windows has no such mode: there the rights of the file are the host's to set.
/// </remarks>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads a key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">What it is held to; null for the defaults, which are the strict ones.</param>
    /// <returns>The key; the caller disposes of it once a signer is made.</returns>
    /// <exception cref="KeyFileException">There is none that may be used; the fault says why and the message what to do.</exception>
    public static SigningKey Read(string path, KeyFileRules? rules = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        rules ??= new();
        if (rules.DataFolder is { } folder && RealPath.IsIn(path, folder)) throw new KeyFileException(KeyFileFault.InDataFolder);
        SigningKey key = Parse(ReadBytes(path));
        if (!key.IsDevelopment || rules.AllowDevelopmentKey) return key;
        key.Dispose();
        throw new KeyFileException(KeyFileFault.DevelopmentKey);
    }

    /// <summary>Writes a key to a new file that its owner alone may read.</summary>
    /// <param name="path">The file; its folder is there already.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyFileException">The file is there, or cannot be written. A key is never written over, and none is left half written.</exception>
    public static void Write(string path, SigningKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        if (Path.Exists(path)) throw new KeyFileException(KeyFileFault.Exists);
        byte[] bytes = Encoding.UTF8.GetBytes(key.ToSecretText() + "\n");
        try
        {
            using FileStream file = Create(path);
            Fill(file, bytes, path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException(KeyFileFault.NotWritten);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static FileStream Create(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    private static void Fill(FileStream file, byte[] bytes, string path)
    {
        try
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half a key is none; the name is free for another attempt.
            File.Delete(path);
            throw;
        }
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != UnixFileMode.None) throw new KeyFileException(KeyFileFault.ReadableByOthers);
            byte[] bytes = new byte[SigningKey.MostText + 2];
            int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            byte[] read = bytes[..length];
            CryptographicOperations.ZeroMemory(bytes);
            return read;
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyFileException(KeyFileFault.Missing);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException(KeyFileFault.Unreadable);
        }
    }

    private static SigningKey Parse(byte[] bytes)
    {
        bool isLine = NoteText.TryDecode(bytes, out string text) && text.EndsWith('\n');
        CryptographicOperations.ZeroMemory(bytes);
        return isLine && SigningKey.TryParse(text[..^1], out SigningKey? key) == NoteFault.None ? key! : throw new KeyFileException(KeyFileFault.NotAKey);
    }
}
