using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

/// <summary>The vectors and the negative cases of C2SP signed-note and of Go's golang.org/x/mod/sumdb/note.</summary>
public sealed class SignedNoteTests
{
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string PeterLine = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string EnochLine = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private const string PeterSeed = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static readonly INoteVerifier Peter = Verifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static readonly INoteVerifier Enoch = Verifier("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

    [Fact]
    public void The_published_note_opens()
    {
        SignedNote note = Parse("This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        Assert.True(note.Verify([Verifier("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]).IsVerified);
    }

    // Checkpoints of logs in use, from the tests of transparency-dev/formats (note_verifier_test.go).
    [Theory]
    [InlineData(
        "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=",
        "Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n— rekor.sigstore.dev wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClgqq20uDLet7MCoTURUCRdxwWBHHufk=\n")]
    [InlineData(
        "pixel6_transparency_log+91c16e30+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=",
        "DEFAULT\n10\nbsWRucJU5xJPHb5eBdOm6+DM+VelCZBuvtI3sHERJ9Y=\n\n— pixel6_transparency_log kcFuMDBFAiEAhqMAP8P6qf6QxtUJhzMhbN+MbZ9dwfUHzGQJmffJHtoCIGD0cNe47dHWBoPwYdgBCepB06/+g5O1FmYjXl06owL4\n")]
    public void Checkpoints_of_P_256_of_others_open(string key, string note)
    {
        INoteVerifier verifier = VerifierKey.Parse(key).ToVerifier();
        Assert.True(Parse(note).Verify([verifier]).IsVerified);
        Assert.Equal(NoteFault.None, Checkpoint.TryParse(Parse(note).Text, out _));
        Assert.Equal(NoteOutcome.InvalidSignature, Parse(note.Replace("0\n", "1\n").Replace("4\n", "5\n")).Verify([verifier]).Outcome);
        Assert.Equal(NoteFault.KeyId, VerifierKey.TryParse(key.Replace("+c0d23d6a+", "+00000000+").Replace("+91c16e30+", "+00000000+"), out _));
    }

    [Fact]
    public async Task A_note_is_written_as_the_published_one()
    {
        TestNoteSigner peter = TestNoteSigner.Log("PeterNeumann", Convert.FromBase64String(PeterSeed)[1..]);
        SignedNote note = await SignedNote.SignAsync(Text, [peter], TestContext.Current.CancellationToken);
        Assert.Equal(0xc74f20a3, peter.KeyId);
        Assert.Equal(Text + "\n" + PeterLine, Encoding.UTF8.GetString(note.ToUtf8()));
    }

    [Fact]
    public void Known_keys_are_verified_and_others_passed_over()
    {
        SignedNote note = Parse(Text + "\n" + PeterLine + EnochLine);
        NoteVerification one = note.Verify([Peter]);
        Assert.Equal(NoteOutcome.Verified, one.Outcome);
        Assert.Equal([note.Signatures[0]], one.Verified);
        Assert.Equal([note.Signatures[1]], one.Unknown);
        Assert.Equal(note.Signatures, note.Verify([Peter, Enoch]).Verified);
        Assert.Equal(NoteOutcome.NoKnownKey, note.Verify([]).Outcome);
        Assert.Equal(note.Signatures, note.Verify([]).Unknown);
    }

    [Fact]
    public void Two_keys_of_one_name_and_id_matter_where_they_are_used()
    {
        Assert.Equal(NoteOutcome.AmbiguousKey, Parse(Text + "\n" + EnochLine).Verify([Enoch, Peter, Enoch]).Outcome);
        Assert.Equal(NoteOutcome.Verified, Parse(Text + "\n" + PeterLine).Verify([Enoch, Peter, Enoch]).Outcome);
    }

    [Fact]
    public void A_signature_that_fails_spoils_the_note()
    {
        string broken = PeterLine[..60] + "ABCD" + PeterLine[60..];
        Assert.Equal(NoteOutcome.InvalidSignature, Parse(Text + "\n" + broken).Verify([Peter]).Outcome);
        Assert.Equal(NoteOutcome.InvalidSignature, Parse(Text + "\n" + EnochLine + broken).Verify([Peter, Enoch]).Outcome);
        Assert.Equal(NoteOutcome.InvalidSignature, Parse(Text.Replace("answer", "anSwer") + "\n" + PeterLine).Verify([Peter]).Outcome);
    }

    [Fact]
    public void Repeated_signatures_count_once()
    {
        string other = EnochLine[..60] + "ABCD" + EnochLine[60..];
        NoteVerification all = Parse(Text + "\n" + PeterLine + PeterLine + EnochLine + EnochLine + other).Verify([Peter]);
        Assert.Single(all.Verified);
        Assert.Equal(2, all.Unknown.Count);
    }

    [Theory]
    [InlineData("PeterNeumann", "CarmenSandiego")]
    [InlineData("x08g", "xxxx")]
    public void Another_name_or_id_is_another_key(string old, string changed) =>
        Assert.Equal(NoteOutcome.NoKnownKey, Parse(Text + "\n" + PeterLine.Replace(old, changed)).Verify([Peter]).Outcome);

    public static TheoryData<string, NoteFault> Malformed => new()
    {
        { "", NoteFault.NoFinalNewline },
        { Text, NoteFault.NoSignatures },
        { Text + "\n", NoteFault.NoSignatures },
        { "\n\n", NoteFault.NoSignatures },
        { Text + "\n" + PeterLine[..^1], NoteFault.NoFinalNewline },
        { "\u0001" + Text + "\n" + PeterLine, NoteFault.ControlCharacter },
        { Text.Replace("\n", "\r\n") + "\r\n" + PeterLine, NoteFault.ControlCharacter },
        { Text + "\n" + PeterLine + "Unexpected line.\n", NoteFault.SignatureLine },
        { Text + "\n" + PeterLine.Replace("PeterNeumann", "Bad Name"), NoteFault.SignatureLine },
        { Text + "\n" + PeterLine.Replace("PeterNeumann", "Bad\u00a0Name"), NoteFault.KeyName },
        { Text + "\n" + PeterLine.Replace("PeterNeumann", "Bad+Name"), NoteFault.KeyName },
        { Text + "\n" + PeterLine.Replace("PeterNeumann", ""), NoteFault.KeyName },
        { Text + "\n" + PeterLine.Replace("—", "-"), NoteFault.SignatureLine },
        { Text + "\n" + PeterLine.Replace("=", ""), NoteFault.SignatureLine },
        { Text + "\n" + PeterLine.Replace("nAM=", "nAN="), NoteFault.SignatureLine },
        { Text + "\n— PeterNeumann x08gow==\n", NoteFault.SignatureLine },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_no_note_is_refused(string note, NoteFault fault)
    {
        Assert.Equal(fault, SignedNote.TryParse(Encoding.UTF8.GetBytes(note), out SignedNote? read));
        Assert.Null(read);
        Assert.Equal(fault, Assert.Throws<NoteException>(() => Parse(note)).Fault);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Assert.Equal(NoteFault.NotUtf8, SignedNote.TryParse([0xff, .. Encoding.UTF8.GetBytes(Text + "\n" + PeterLine)], out _));

    [Fact]
    public void Limits_hold()
    {
        Assert.Equal(100, Parse(Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, 100))).Signatures.Count);
        Assert.Equal(NoteFault.TooManySignatures, Fault(Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, 101))));
        Assert.Equal(NoteFault.None, Fault(new string('x', SignedNote.MostTextBytes - 1) + "\n\n" + PeterLine));
        Assert.Equal(NoteFault.TooLong, Fault(new string('x', SignedNote.MostTextBytes) + "\n\n" + PeterLine));
        Assert.Equal(NoteFault.TooLong, Fault(new string('x', 5_000_000)));
        Assert.Equal(NoteFault.TooLong, Fault(Text + "\n— a " + Convert.ToBase64String(new byte[SignedNote.MostSignatureBytes + 5]) + "\n"));
    }

    [Fact]
    public void A_text_may_have_empty_lines()
    {
        SignedNote note = Parse("one\n\ntwo\n\n" + PeterLine);
        Assert.Equal("one\n\ntwo\n", note.Text);
        Assert.Equal("one\n\ntwo\n\n" + PeterLine, note.ToString());
    }

    [Fact]
    public void A_further_signature_stands_below_and_once()
    {
        SignedNote note = Parse(Text + "\n" + PeterLine);
        NoteSignature enoch = Parse(Text + "\n" + EnochLine).Signatures[0];
        Assert.Equal(Text + "\n" + PeterLine + EnochLine, note.With(enoch).With(enoch).ToString());
    }

    [Theory]
    [InlineData("abc", NoteFault.NoFinalNewline)]
    [InlineData("a\tb\n", NoteFault.ControlCharacter)]
    public async Task What_cannot_stand_in_a_note_is_not_signed(string text, NoteFault fault) =>
        Assert.Equal(fault, (await Assert.ThrowsAsync<NoteException>(async () => await SignedNote.SignAsync(text, [TestNoteSigner.Log("a")], TestContext.Current.CancellationToken))).Fault);

    // Not as inline data: the runner would repair the text.
    [Fact]
    public Task Half_a_surrogate_pair_is_not_signed() => What_cannot_stand_in_a_note_is_not_signed("\ud800\n", NoteFault.NotUtf8);

    private static SignedNote Parse(string note) => SignedNote.Parse(Encoding.UTF8.GetBytes(note));

    private static NoteFault Fault(string note) => SignedNote.TryParse(Encoding.UTF8.GetBytes(note), out _);

    private static INoteVerifier Verifier(string key) => VerifierKey.Parse(key).ToVerifier(new TestEd25519());
}
