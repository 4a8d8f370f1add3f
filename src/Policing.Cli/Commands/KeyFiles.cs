using System.Security.Cryptography;
using System.Text;
using Policing.Cli.Inputs;

namespace Policing.Cli.Commands;

/// <summary>Keys of evidence as PEM: private ones (PKCS#8) are their owner's alone, public ones (SubjectPublicKeyInfo) are for everybody.</summary>
internal static class KeyFiles
{
    private const int MostBytes = 16 << 10;
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Writes a new pair; neither file may be there.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Make(string path)
    {
        string publicPath = path + ".pub";
        if (File.Exists(path) || File.Exists(publicPath)) throw new UsageException("there is something at the key's place already.", "name another file: a key that is there is never replaced.");
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersAlone;
            using (FileStream file = new(path, options)) file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            File.WriteAllText(publicPath, key.ExportSubjectPublicKeyInfoPem() + "\n");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException("the key cannot be written.", "check that its folder is there and that you may write in it.");
        }
    }

    /// <exception cref="UsageException">It is none, or others may read it.</exception>
    public static ECDsa ReadPrivate(string path)
    {
        string text = Read(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None) throw new UsageException("others than its owner may read the key.", "chmod 600 it, or make another if they may have read it.");
        return Import(text, "-----BEGIN PRIVATE KEY-----");
    }

    /// <exception cref="UsageException">It is none.</exception>
    public static ECDsa ReadPublic(string path) => Import(Read(path), "-----BEGIN PUBLIC KEY-----");

    private static string Read(string path) => InputBytes.ReadTextUpTo(path, "the key", MostBytes) ?? "";

    private static ECDsa Import(string pem, string begins)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            if (!pem.TrimStart().StartsWith(begins, StringComparison.Ordinal)) throw new CryptographicException();
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value) return key;
        }
        catch (Exception trouble) when (trouble is CryptographicException or ArgumentException)
        {
            // Told below, without its words.
        }

        key.Dispose();
        throw new UsageException("the file has no key of the kind that is asked for.", "private keys are PEM with 'BEGIN PRIVATE KEY', public ones with 'BEGIN PUBLIC KEY', both on P-256; 'policing conformance new-key' makes a pair.");
    }
}
