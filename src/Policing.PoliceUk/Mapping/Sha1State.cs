using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Policing.PoliceUk.Mapping;

/// <summary>The state of eight SHA-1 that run side by side, one in each lane. Source: FIPS 180-4, 6.1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sha1State(Vector256<uint> A, Vector256<uint> B, Vector256<uint> C, Vector256<uint> D, Vector256<uint> E)
{
    public static Sha1State First => new(
        Vector256.Create(0x67452301u), Vector256.Create(0xEFCDAB89u), Vector256.Create(0x98BADCFEu), Vector256.Create(0x10325476u), Vector256.Create(0xC3D2E1F0u));

    /// <summary>The state after one more block of each.</summary>
    /// <param name="words">The block's sixteen words; overwritten.</param>
    public Sha1State After(Span<Vector256<uint>> words)
    {
        var (a, b, c, d, e) = (A, B, C, D, E);
        for (var t = 0; t < 16; t++)
            Round(ref a, ref b, ref c, ref d, ref e, Choose(b, c, d), 0x5A827999u, words[t]);
        for (var t = 16; t < 20; t++)
            Round(ref a, ref b, ref c, ref d, ref e, Choose(b, c, d), 0x5A827999u, Next(words, t));
        for (var t = 20; t < 40; t++)
            Round(ref a, ref b, ref c, ref d, ref e, b ^ c ^ d, 0x6ED9EBA1u, Next(words, t));
        for (var t = 40; t < 60; t++)
            Round(ref a, ref b, ref c, ref d, ref e, (b & c) | (d & (b | c)), 0x8F1BBCDCu, Next(words, t));
        for (var t = 60; t < 80; t++)
            Round(ref a, ref b, ref c, ref d, ref e, b ^ c ^ d, 0xCA62C1D6u, Next(words, t));
        return new(A + a, B + b, C + c, D + d, E + e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector256<uint> a, ref Vector256<uint> b, ref Vector256<uint> c, ref Vector256<uint> d, ref Vector256<uint> e,
        Vector256<uint> f, uint constant, Vector256<uint> word)
    {
        var next = Rotated(a, 5) + f + e + Vector256.Create(constant) + word;
        (e, d, c, b, a) = (d, c, Rotated(b, 30), a, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Choose(Vector256<uint> b, Vector256<uint> c, Vector256<uint> d) => d ^ (b & (c ^ d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Next(Span<Vector256<uint>> words, int t) =>
        words[t & 15] = Rotated(words[(t + 13) & 15] ^ words[(t + 8) & 15] ^ words[(t + 2) & 15] ^ words[t & 15], 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Rotated(Vector256<uint> value, int bits) => (value << bits) | (value >>> (32 - bits));
}
