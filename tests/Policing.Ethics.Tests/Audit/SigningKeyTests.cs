using System.Security.Cryptography;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class SigningKeyTests
{
    private const string Peter = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_made_written_read_and_signs()
    {
        using SigningKey made = SigningKey.NewEcdsa("audit.example/log");
        using SigningKey read = SigningKey.Parse(made.ToSecretText());
        Assert.Equal(made.ToSecretText(), read.ToSecretText());
        Assert.Equal((made.KeyName, made.KeyId, NoteKeyType.Ecdsa), (read.KeyName, read.KeyId, read.Type));
        EcdsaNoteSigner signer = EcdsaNoteSigner.Of(read);
        Assert.Equal(made.KeyId, signer.KeyId);
        SignedNote note = await SignedNote.SignAsync("text\n", [signer], Token);
        Assert.True(note.Verify([VerifierKey.Parse(signer.VerifierKey.ToString()).ToVerifier()]).IsVerified);
    }

    [Fact]
    public void The_text_of_others_is_read_and_written_back()
    {
        using SigningKey key = SigningKey.Parse(Peter);
        Assert.Equal((NoteKeyType.Ed25519, "PeterNeumann", 0xc74f20a3, false), (key.Type, key.KeyName, key.KeyId, key.IsDevelopment));
        Assert.Equal(Peter, key.ToSecretText());
        Assert.Equal(NoteFault.KeyType, Assert.Throws<NoteException>(() => EcdsaNoteSigner.Of(key)).Fault);
    }

    [Fact]
    public async Task A_key_that_was_changed_is_refused_or_the_same_key()
    {
        using SigningKey key = SigningKey.NewEcdsa("audit.example/log");
        INoteVerifier verifier = EcdsaNoteSigner.Of(key).VerifierKey.ToVerifier();
        string text = key.ToSecretText();
        int refused = 0;
        for (int i = 0; i < text.Length; i++)
        {
            Assert.NotEqual(NoteFault.None, SigningKey.TryParse(text[..i], out _));
            string changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            if (SigningKey.TryParse(changed, out SigningKey? read) != NoteFault.None)
            {
                refused++;
                continue;
            }
            // The name is not in the id of an ECDSA key, as the format has it; and the platform passes over a version of PKCS#8.
            using (read)
            {
                SignedNote note = await SignedNote.SignAsync("text\n", [EcdsaNoteSigner.Of(read!)], Token);
                Assert.True(verifier.Verify("text\n"u8, note.Signatures[0].Bytes.Span), $"character {i}");
            }
        }
        Assert.InRange(refused, text.Length - "audit.example/log".Length - 4, text.Length);
        Assert.NotEqual(NoteFault.None, SigningKey.TryParse(text + "A", out _));
    }

    [Fact]
    public void Keys_of_another_curve_or_type_are_refused()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal(NoteFault.PrivateKey, SigningKey.TryParse($"PRIVATE+KEY+name+00000000+{Convert.ToBase64String([2, .. other.ExportPkcs8PrivateKey()])}", out _));
        Assert.Equal(NoteFault.KeyType, SigningKey.TryParse($"PRIVATE+KEY+name+00000000+{Convert.ToBase64String([9, .. new byte[32]])}", out _));
        Assert.Equal(NoteFault.PrivateKey, SigningKey.TryParse($"PRIVATE+KEY+name+00000000+{Convert.ToBase64String([1, .. new byte[31]])}", out _));
        Assert.Equal(NoteFault.TooLong, SigningKey.TryParse("PRIVATE+KEY+" + new string('a', 5000), out _));
        Assert.Equal(NoteFault.KeyText, SigningKey.TryParse(null, out _));
        Assert.Equal(NoteFault.KeyName, Assert.Throws<NoteException>(() => SigningKey.NewEcdsa("two words")).Fault);
    }

    [Fact]
    public void No_text_but_one_has_the_secret()
    {
        SigningKey key = SigningKey.NewEcdsa("dev-log");
        Assert.True(key.IsDevelopment);
        Assert.Equal("SigningKey Ecdsa", key.ToString());
        ReadOnlyMemory<byte> secret = key.Secret;
        key.Dispose();
        Assert.All(secret.ToArray(), octet => Assert.Equal(0, octet));
        Assert.Throws<ObjectDisposedException>(key.ToSecretText);
    }
}
