using System.Numerics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Ed25519.Tests;

public sealed class Ed25519Tests
{
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string Checkpoint = "audit.example/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private static readonly Ed25519Verifier s_verifier = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // RFC 8032 section 7.1.
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData(
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42", "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
    public async Task The_vectors_of_the_specification_hold(string seed, string publicKey, string message, string signature)
    {
        byte[] text = Convert.FromHexString(message);
        VerifierKey verifier = VerifierKey.Of("name", NoteKeyType.Ed25519, Convert.FromHexString(publicKey));
        using SigningKey key = SigningKey.OfSeed(verifier, Convert.FromHexString(seed));
        Assert.Equal(publicKey, Convert.ToHexStringLower(Ed25519Keys.PublicKeyOf(key).PublicKey.Span));
        ReadOnlyMemory<byte> signed = await new Ed25519NoteSigner(key).SignAsync(text, Token);
        Assert.Equal(signature, Convert.ToHexStringLower(signed.Span));
        Assert.True(s_verifier.Verify(verifier.PublicKey.Span, text, signed.Span));
        for (int i = 0; i < 64; i++)
        {
            byte[] changed = signed.ToArray();
            changed[i] ^= 1;
            Assert.False(s_verifier.Verify(verifier.PublicKey.Span, text, changed), $"byte {i}");
        }
        Assert.False(s_verifier.Verify(verifier.PublicKey.Span, [.. text, 0], signed.Span));
        Assert.False(s_verifier.Verify(verifier.PublicKey.Span, text, AddOrder(signed.ToArray())), "S beyond the order is another spelling");
    }

    [Fact]
    public void What_is_malformed_is_false_and_no_exception()
    {
        byte[] signature = new byte[64];
        foreach (int length in new[] { 0, 31, 33, 64 }) Assert.False(s_verifier.Verify(new byte[length], [], signature));
        foreach (int length in new[] { 0, 63, 65 }) Assert.False(s_verifier.Verify(new byte[32], [], new byte[length]));
        byte[] beyond = new byte[32];
        Array.Fill(beyond, (byte)0xff);
        Assert.False(s_verifier.Verify(beyond, [], signature));
    }

    // Go's note_test.go.
    [Theory]
    [InlineData("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")]
    public async Task The_private_key_of_others_signs_as_theirs(string secret, string key, string line)
    {
        using SigningKey signing = SigningKey.Parse(secret);
        Ed25519NoteSigner signer = new(signing);
        Assert.Equal(key, signer.VerifierKey.ToString());
        SignedNote note = await SignedNote.SignAsync(Text, [signer], Token);
        Assert.Equal(line, note.Signatures[0].ToString());
        Assert.True(note.Verify([VerifierKey.Parse(key).ToVerifier(s_verifier)]).IsVerified);
    }

    [Fact]
    public void A_key_whose_id_is_not_that_of_its_seed_is_refused()
    {
        using SigningKey key = Ed25519Keys.NewLogKey("audit.example/log");
        Assert.Equal(key.KeyId, Ed25519Keys.PublicKeyOf(key).KeyId);
        string text = key.ToSecretText();
        using SigningKey renamed = SigningKey.Parse(text.Replace("audit.example/log", "audit.example/lag", StringComparison.Ordinal));
        Assert.Equal(NoteFault.KeyId, Assert.Throws<NoteException>(() => new Ed25519NoteSigner(renamed)).Fault);
        using SigningKey witness = Ed25519Keys.NewWitnessKey("witness.example/w");
        Assert.Equal(NoteFault.KeyType, Assert.Throws<NoteException>(() => new Ed25519NoteSigner(witness)).Fault);
        Assert.Equal(NoteFault.KeyType, Assert.Throws<NoteException>(() => new Ed25519Cosigner(key, TimeProvider.System)).Fault);
        using SigningKey ecdsa = SigningKey.NewEcdsa("audit.example/log");
        Assert.Equal(NoteFault.KeyType, Assert.Throws<NoteException>(() => Ed25519Keys.PublicKeyOf(ecdsa)).Fault);
        Assert.Equal(NoteFault.KeyType, Assert.Throws<NoteException>(() => SigningKey.OfSeed(VerifierKey.Parse(EcdsaNoteSigner.Of(ecdsa).VerifierKey.ToString()), new byte[32])).Fault);
    }

    [Fact]
    public async Task A_witness_signs_checkpoints_with_its_time_and_nothing_else()
    {
        using SigningKey key = Ed25519Keys.NewWitnessKey("witness.example/w");
        Ed25519Cosigner cosigner = new(key, new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_727_964_367)));
        SignedNote note = await SignedNote.SignAsync(Checkpoint, [cosigner], Token);
        Assert.True(note.Verify([cosigner.VerifierKey.ToVerifier(s_verifier)]).IsVerified);
        Assert.True(Cosignature.TryParse(note.Signatures[0].Bytes.Span, out Cosignature cosignature));
        Assert.Equal(1_727_964_367UL, cosignature.Seconds);
        await Assert.ThrowsAsync<NoteException>(async () => await SignedNote.SignAsync("text\n", [cosigner], Token));
        // A key of the other type does not open it, whatever its name.
        VerifierKey plain = VerifierKey.Of(key.KeyName, NoteKeyType.Ed25519, cosigner.VerifierKey.PublicKey.Span);
        Assert.Equal(NoteOutcome.NoKnownKey, note.Verify([plain.ToVerifier(s_verifier)]).Outcome);
        Assert.False(plain.ToVerifier(s_verifier).Verify(Encoding.UTF8.GetBytes(Checkpoint), note.Signatures[0].Bytes.Span));
    }

    private static byte[] AddOrder(byte[] signature)
    {
        BigInteger order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");
        BigInteger s = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;
        s.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);
        return signature;
    }
}
