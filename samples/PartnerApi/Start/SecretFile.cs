using System.Security.Cryptography;
using Policing.Samples.Partner.Identity;

namespace Policing.Samples.Partner.Start;

/// <summary>A secret of 32 random bytes, in a file that only its owner reads; made at the first start.</summary>
internal static class SecretFile
{
    private const int Bytes = 32;

    public static byte[] Read(string path)
    {
        if (!File.Exists(path)) OwnFile.Write(path, RandomNumberGenerator.GetBytes(Bytes), mayReplace: false);
        byte[] secret = File.ReadAllBytes(path);
        return secret.Length == Bytes ? secret : throw new StartException("A file of a secret has another length than it was made with. Put it back, or begin with an empty data folder.");
    }
}
