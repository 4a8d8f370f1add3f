using System.Security.Cryptography;
using Policing.Ethics.Audit;
using Rfc8032 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Policing.Ethics.Ed25519;

/// <summary>Makes Ed25519 keys, and the public key of one. Thread-safe.</summary>
public static class Ed25519Keys
{
    /// <summary>A new key for a log, from the random numbers of the platform.</summary>
    /// <param name="keyName">Its name: the origin of the log. One for development begins with <c>dev-</c>.</param>
    /// <exception cref="NoteException">The name is not one.</exception>
    public static SigningKey NewLogKey(string keyName) => New(keyName, NoteKeyType.Ed25519);

    /// <summary>A new key for a witness.</summary>
    /// <param name="keyName">Its name.</param>
    /// <exception cref="NoteException">The name is not one.</exception>
    public static SigningKey NewWitnessKey(string keyName) => New(keyName, NoteKeyType.CosignatureV1);

    /// <summary>The public key of a key, for those who verify.</summary>
    /// <param name="key">A key of a log or of a witness.</param>
    /// <exception cref="NoteException">It is not of Ed25519, or its id is not that of its name and public key: the text was changed.</exception>
    public static VerifierKey PublicKeyOf(SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Type is not (NoteKeyType.Ed25519 or NoteKeyType.CosignatureV1)) throw new NoteException(NoteFault.KeyType);
        VerifierKey verifier = Verifier(key.KeyName, key.Type, key.Secret.Span);
        return verifier.KeyId == key.KeyId ? verifier : throw new NoteException(NoteFault.KeyId);
    }

    internal static byte[] Sign(byte[] seed, ReadOnlySpan<byte> message)
    {
        byte[] signature = new byte[Rfc8032.SignatureSize];
        Rfc8032.Sign(seed, 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }

    private static SigningKey New(string keyName, NoteKeyType type)
    {
        byte[] seed = RandomNumberGenerator.GetBytes(Rfc8032.SecretKeySize);
        try
        {
            return SigningKey.OfSeed(Verifier(keyName, type, seed), seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private static VerifierKey Verifier(string keyName, NoteKeyType type, ReadOnlySpan<byte> seed)
    {
        byte[] secret = seed.ToArray();
        byte[] publicKey = new byte[Rfc8032.PublicKeySize];
        Rfc8032.GeneratePublicKey(secret, 0, publicKey, 0);
        CryptographicOperations.ZeroMemory(secret);
        return VerifierKey.Of(keyName, type, publicKey);
    }
}
