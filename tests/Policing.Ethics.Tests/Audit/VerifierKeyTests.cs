using System.Security.Cryptography;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class VerifierKeyTests
{
    private const string Peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    [Fact]
    public void A_key_is_read_and_written()
    {
        VerifierKey key = VerifierKey.Parse(Peter);
        Assert.Equal(("PeterNeumann", 0xc74f20a3, NoteKeyType.Ed25519), (key.KeyName, key.KeyId, key.Type));
        Assert.Equal(Peter, key.ToString());
    }

    [Fact]
    public void Every_part_of_a_key_and_every_changed_byte_is_refused()
    {
        for (int from = 0; from <= Peter.Length; from++)
            for (int to = from + 1; to <= Peter.Length; to++)
                if (to - from != Peter.Length) Assert.NotEqual(NoteFault.None, VerifierKey.TryParse(Peter[from..to], out _));
        for (int i = 0; i < Peter.Length; i++)
            Assert.NotEqual(NoteFault.None, VerifierKey.TryParse(Peter[..i] + (char)(Peter[i] + 1) + Peter[(i + 1)..], out _));
    }

    [Theory]
    [InlineData(null, NoteFault.KeyText)]
    [InlineData("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", NoteFault.KeyText)]
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", NoteFault.KeyType)]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", NoteFault.KeyText)]
    [InlineData("PeterNeumann+c74f20a3+ARpc", NoteFault.PublicKey)]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", NoteFault.KeyName)]
    public void A_bad_key_is_refused_with_its_fault(string? text, NoteFault fault) => Assert.Equal(fault, VerifierKey.TryParse(text, out _));

    [Fact]
    public void A_key_of_P_256_has_the_id_of_its_public_key_alone()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] spki = ecdsa.ExportSubjectPublicKeyInfo();
        VerifierKey key = VerifierKey.Of("audit.example/log", NoteKeyType.Ecdsa, spki);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(spki))[..8], key.KeyId.ToString("x8"));
        Assert.Equal(key.ToString(), VerifierKey.Parse(key.ToString()).ToString());
        Assert.Equal(key.KeyId, VerifierKey.Of("other", NoteKeyType.Ecdsa, spki).KeyId);
    }

    [Fact]
    public void Another_curve_or_bytes_behind_the_key_are_refused()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] spki = ecdsa.ExportSubjectPublicKeyInfo();
        Assert.Equal(NoteFault.PublicKey, Fault(other.ExportSubjectPublicKeyInfo()));
        Assert.Equal(NoteFault.PublicKey, Fault([.. spki, 0]));
        Assert.Equal(NoteFault.PublicKey, Fault(spki[..^1]));
        Assert.Equal(NoteFault.PublicKey, Fault([]));
        Assert.Equal(NoteFault.PublicKey, Assert.Throws<NoteException>(() => new EcdsaNoteSigner("a", other)).Fault);

        static NoteFault Fault(byte[] publicKey) => Assert.Throws<NoteException>(() => VerifierKey.Of("a", NoteKeyType.Ecdsa, publicKey)).Fault;
    }

    [Fact]
    public void A_key_of_ML_DSA_is_read_and_its_signatures_are_not_checked()
    {
        VerifierKey key = VerifierKey.Of("witness.example", NoteKeyType.MlDsa44Cosignature, new byte[1312]);
        Assert.Throws<NotSupportedException>(() => key.ToVerifier(new TestEd25519()));
        Assert.Throws<NotSupportedException>(() => VerifierKey.Parse(Peter).ToVerifier());
    }

    // Each byte of a key changed: neither the decoder of the platform nor a curve that it does not know becomes an exception.
    [Fact]
    public void A_public_key_that_was_changed_is_no_exception()
    {
        using SigningKey key = SigningKey.NewEcdsa("audit.example/log");
        byte[] spki = EcdsaNoteSigner.Of(key).VerifierKey.PublicKey.ToArray();
        for (int i = 0; i < spki.Length; i++)
        {
            foreach (byte octet in new byte[] { 0, 1, 0x30, 0x7f, 0xff })
            {
                byte[] changed = [.. spki];
                changed[i] = octet;
                if (changed.AsSpan().SequenceEqual(spki)) continue;
                Assert.Equal(NoteFault.PublicKey, VerifierKey.TryParse($"name+00000000+{Convert.ToBase64String([2, .. changed])}", out _));
            }
        }
    }
}
