using System.Security.Cryptography;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class CheckpointTests
{
    private const string Origin = "audit.example/log";
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_checkpoint_of_the_specification_is_read_and_written()
    {
        const string Text = $"example.com/behind-the-sofa\n20852163\n{Root}\n";
        Checkpoint checkpoint = Checkpoint.Parse(Text);
        Assert.Equal(("example.com/behind-the-sofa", 20_852_163UL, Root), (checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToString()));
        Assert.Equal(Text, checkpoint.ToString());
    }

    [Fact]
    public void Further_lines_are_kept() => Assert.Equal($"a\n0\n{Root}\nx y\nz\n", Checkpoint.Parse($"a\n0\n{Root}\nx y\nz\n").ToString());

    [Theory]
    [InlineData("", NoteFault.NoFinalNewline)]
    [InlineData($"a\n1\n{Root}", NoteFault.NoFinalNewline)]
    [InlineData("a\n1\n", NoteFault.CheckpointLines)]
    [InlineData($"\n1\n{Root}\n", NoteFault.CheckpointLines)]
    [InlineData($"a\n1\n{Root}\n\n", NoteFault.CheckpointLines)]
    [InlineData($"a\n01\n{Root}\n", NoteFault.CheckpointSize)]
    [InlineData($"a\n+1\n{Root}\n", NoteFault.CheckpointSize)]
    [InlineData($"a\n 1\n{Root}\n", NoteFault.CheckpointSize)]
    [InlineData($"a\n-1\n{Root}\n", NoteFault.CheckpointSize)]
    [InlineData($"a\n1.0\n{Root}\n", NoteFault.CheckpointSize)]
    [InlineData($"a\n18446744073709551616\n{Root}\n", NoteFault.CheckpointSize)]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2\n", NoteFault.CheckpointRoot)]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", NoteFault.CheckpointRoot)]
    [InlineData($"a\r\n1\n{Root}\n", NoteFault.ControlCharacter)]
    public void What_is_no_checkpoint_is_refused(string text, NoteFault fault)
    {
        Assert.Equal(fault, Checkpoint.TryParse(text, out Checkpoint? read));
        Assert.Null(read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void An_origin_is_one_line(string origin) =>
        Assert.Equal(NoteFault.CheckpointLines, Assert.Throws<NoteException>(() => new Checkpoint(origin, 0, MerkleHash.OfNothing)).Fault);

    [Fact]
    public async Task P_256_signs_and_every_flipped_bit_is_found()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaNoteSigner signer = new(Origin, ecdsa);
        SignedNote note = SignedNote.Parse((await new Checkpoint(Origin, 8, MerkleHash.OfNothing).SignAsync([signer], Token)).ToUtf8());
        INoteVerifier verifier = VerifierKey.Parse(signer.VerifierKey.ToString()).ToVerifier();
        Assert.True(note.Verify([verifier]).IsVerified);

        byte[] text = Encoding.UTF8.GetBytes(note.Text);
        byte[] signature = note.Signatures[0].Bytes.ToArray();
        Assert.True(verifier.Verify(text, signature));
        for (int bit = 0; bit < text.Length * 8; bit += 7) Assert.False(verifier.Verify(Flipped(text, bit), signature));
        for (int bit = 0; bit < signature.Length * 8; bit += 5) Assert.False(verifier.Verify(text, Flipped(signature, bit)));
        Assert.False(verifier.Verify(text, []));
        Assert.False(verifier.Verify(text, signature.AsSpan(1)));
    }

    [Fact]
    public async Task The_old_key_and_the_new_one_sign_one_checkpoint()
    {
        using ECDsa old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaNoteSigner[] signers = [new(Origin, old), new(Origin, next)];
        SignedNote note = await new Checkpoint(Origin, 1, MerkleHash.OfNothing).SignAsync(signers, Token);
        Assert.Equal(2, note.Verify([.. signers.Select(signer => signer.VerifierKey.ToVerifier())]).Verified.Count);
        Assert.Single(note.Verify([signers[1].VerifierKey.ToVerifier()]).Unknown);
    }

    [Fact]
    public void A_cosignature_has_a_time()
    {
        byte[] payload = Convert.FromBase64String("ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==");
        Assert.True(Cosignature.TryParse(payload.AsSpan(4), out Cosignature cosignature));
        Assert.Equal(1_727_964_367UL, cosignature.Seconds);
        Assert.Equal(64, cosignature.Signature.Length);
        Assert.False(Cosignature.TryParse(payload.AsSpan(3), out _));
        Assert.False(Cosignature.TryParse(payload.AsSpan(5), out _));
        Assert.False(Cosignature.TryParse([0x80, .. payload.AsSpan(5)], out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cosignature.Message(ulong.MaxValue, []));
    }

    [Fact]
    public void A_witness_signs_the_text_of_the_specification() => Assert.Equal(
        $"cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n{Root}\n",
        Encoding.UTF8.GetString(Cosignature.Message(1_679_315_147, Encoding.UTF8.GetBytes($"example.com/behind-the-sofa\n20852163\n{Root}\n"))));

    [Fact]
    public async Task A_cosignature_holds_for_its_checkpoint_and_time_alone()
    {
        TestNoteSigner witness = TestNoteSigner.Witness("witness.example/w1");
        SignedNote note = await new Checkpoint(Origin, 8, MerkleHash.OfNothing).SignAsync([witness], Token);
        Assert.True(note.Verify([witness.Verifier]).IsVerified);

        byte[] text = Encoding.UTF8.GetBytes(note.Text);
        byte[] signature = note.Signatures[0].Bytes.ToArray();
        Assert.False(witness.Verifier.Verify(text, Flipped(signature, 63)));
        Assert.False(witness.Verifier.Verify(Encoding.UTF8.GetBytes(note.Text.Replace("\n8\n", "\n9\n")), signature));

        SignedNote prose = await SignedNote.SignAsync("No checkpoint.\n", [witness], Token);
        Assert.Equal(NoteOutcome.InvalidSignature, prose.Verify([witness.Verifier]).Outcome);
    }

    [Fact]
    public async Task A_plain_key_does_not_open_a_cosignature()
    {
        TestNoteSigner witness = TestNoteSigner.Witness("w");
        SignedNote note = await new Checkpoint(Origin, 8, MerkleHash.OfNothing).SignAsync([witness], Token);
        INoteVerifier plain = VerifierKey.Of("w", NoteKeyType.Ed25519, witness.Key.PublicKey.Span).ToVerifier(new TestEd25519());
        Assert.Equal(NoteOutcome.NoKnownKey, note.Verify([plain]).Outcome);
        Assert.False(plain.Verify(Encoding.UTF8.GetBytes(note.Text), note.Signatures[0].Bytes.Span));
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        byte[] flipped = [.. bytes];
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
