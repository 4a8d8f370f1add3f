using System.Numerics;
using System.Security.Cryptography;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

/// <summary>Ed25519 of RFC 8032 section 5.1 in plain arithmetic, slow and for tests alone: it lets the published vectors of notes be checked here.</summary>
internal sealed class TestEd25519 : IEd25519Verifier
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);
    private static readonly Point Base = Decode(EncodeNumber(Mod(4 * Inverse(5))))!.Value;

    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);

    public static byte[] PublicKey(byte[] seed) => Encode(Multiply(Secret(seed).Scalar, Base));

    public static byte[] Sign(byte[] seed, ReadOnlySpan<byte> message)
    {
        (BigInteger scalar, byte[] prefix) = Secret(seed);
        BigInteger r = Hash(prefix, message) % Order;
        byte[] point = Encode(Multiply(r, Base));
        BigInteger s = (r + (Hash([.. point, .. PublicKey(seed)], message) % Order * scalar)) % Order;
        return [.. point, .. EncodeNumber(s)];
    }

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64 || Decode(publicKey.ToArray()) is not Point key || Decode(signature[..32].ToArray()) is not Point r) return false;
        BigInteger s = new(signature[32..], isUnsigned: true);
        if (s >= Order) return false;
        BigInteger h = Hash([.. signature[..32], .. publicKey], message) % Order;
        return Encode(Multiply(s, Base)).AsSpan().SequenceEqual(Encode(Add(r, Multiply(h, key))));
    }

    private static (BigInteger Scalar, byte[] Prefix) Secret(byte[] seed)
    {
        byte[] hash = SHA512.HashData(seed);
        hash[0] &= 248;
        hash[31] = (byte)((hash[31] & 63) | 64);
        return (new(hash.AsSpan(0, 32), isUnsigned: true), hash[32..]);
    }

    private static BigInteger Hash(byte[] head, ReadOnlySpan<byte> message) => new(SHA512.HashData([.. head, .. message]), isUnsigned: true);

    private static BigInteger Mod(BigInteger value) => ((value % P) + P) % P;

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static Point Add(Point a, Point b)
    {
        BigInteger left = Mod((a.Y - a.X) * (b.Y - b.X));
        BigInteger right = Mod((a.Y + a.X) * (b.Y + b.X));
        BigInteger c = Mod(2 * a.T * b.T * D);
        BigInteger d = Mod(2 * a.Z * b.Z);
        (BigInteger e, BigInteger f, BigInteger g, BigInteger h) = (right - left, d - c, d + c, right + left);
        return new(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static Point Multiply(BigInteger scalar, Point point)
    {
        Point sum = new(0, 1, 1, 0);
        for (; scalar > 0; scalar >>= 1, point = Add(point, point))
            if (!scalar.IsEven) sum = Add(sum, point);
        return sum;
    }

    private static byte[] Encode(Point point)
    {
        BigInteger inverse = Inverse(point.Z);
        byte[] bytes = EncodeNumber(Mod(point.Y * inverse));
        if (!Mod(point.X * inverse).IsEven) bytes[31] |= 128;
        return bytes;
    }

    private static byte[] EncodeNumber(BigInteger value)
    {
        byte[] bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static Point? Decode(byte[] bytes)
    {
        if (bytes.Length != 32) return null;
        bool isOdd = (bytes[31] & 128) != 0;
        BigInteger y = new([.. bytes[..31], (byte)(bytes[31] & 127)], isUnsigned: true);
        BigInteger square = Mod(((y * y) - 1) * Inverse((D * y * y) + 1));
        BigInteger x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Mod((x * x) - square) != 0) x = Mod(x * RootOfMinusOne);
        if (y >= P || Mod((x * x) - square) != 0 || (x.IsZero && isOdd)) return null;
        if (!x.IsEven != isOdd) x = P - x;
        return new(x, y, 1, Mod(x * y));
    }
}
