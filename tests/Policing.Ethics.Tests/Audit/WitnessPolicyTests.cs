using System.Security.Cryptography;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class WitnessPolicyTests
{
    private const string Origin = "audit.example/log";
    private static readonly TestNoteSigner s_log = TestNoteSigner.Log(Origin);
    private static readonly Dictionary<string, TestNoteSigner> s_witnesses =
        new[] { "X1", "X2", "X3", "Y1", "Y2" }.ToDictionary(name => name, name => TestNoteSigner.Witness($"{name}.example"), StringComparer.Ordinal);

    private static readonly string s_twoLevels = $"""
        # Two of one organisation and any of another.
        log {s_log.Key} https://audit.example/

          witness X1 {s_witnesses["X1"].Key}
        witness X2 {s_witnesses["X2"].Key}	https://x2.example/
        witness X3 {s_witnesses["X3"].Key}
        group X 2 X1 X2 X3
        witness Y1 {s_witnesses["Y1"].Key}
        witness Y2 {s_witnesses["Y2"].Key}
        group Y any Y1 Y2
        group X-and-Y all X Y
        quorum X-and-Y

        """.ReplaceLineEndings("\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("X1 X2 Y1", WitnessPolicyOutcome.Met)]
    [InlineData("X1 X3 Y2", WitnessPolicyOutcome.Met)]
    [InlineData("X1 X2 X3 Y1 Y2", WitnessPolicyOutcome.Met)]
    [InlineData("X1 X2 X3", WitnessPolicyOutcome.QuorumNotMet)]
    [InlineData("X1 Y1 Y2", WitnessPolicyOutcome.QuorumNotMet)]
    [InlineData("", WitnessPolicyOutcome.QuorumNotMet)]
    public async Task A_quorum_is_counted_through_its_groups(string signed, WitnessPolicyOutcome outcome)
    {
        string[] names = signed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        SignedNote note = await Checkpoint(s_log).SignAsync([s_log, .. names.Select(name => s_witnesses[name])], Token);
        WitnessPolicyCheck check = Policy(s_twoLevels).Check(note);
        Assert.Equal(outcome, check.Outcome);
        Assert.Equal(names, check.Witnesses);
    }

    [Fact]
    public async Task A_cosignature_that_was_repeated_counts_once()
    {
        SignedNote note = await Checkpoint(s_log).SignAsync([s_log, s_witnesses["X1"], s_witnesses["X1"], s_witnesses["Y1"]], Token);
        Assert.Equal(WitnessPolicyOutcome.QuorumNotMet, Policy(s_twoLevels).Check(note).Outcome);
    }

    [Fact]
    public async Task A_witness_alone_is_no_log_and_a_log_signs_for_itself_alone()
    {
        WitnessPolicy policy = Policy($"log {s_log.Key}\nlog {TestNoteSigner.Log("other").Key}\nquorum none\n");
        Assert.False(policy.NeedsWitnesses);
        Assert.True(policy.Check(await Checkpoint(s_log).SignAsync([s_log], Token)).IsMet);
        Assert.Equal(WitnessPolicyOutcome.UnknownLog, policy.Check(await Checkpoint(s_log).SignAsync([s_witnesses["X1"]], Token)).Outcome);
        Assert.Equal(WitnessPolicyOutcome.UnknownLog, policy.Check(await Checkpoint(s_log).SignAsync([TestNoteSigner.Log("other")], Token)).Outcome);
        Assert.Equal(WitnessPolicyOutcome.UnknownLog, Policy("quorum none\n").Check(await Checkpoint(s_log).SignAsync([s_log], Token)).Outcome);
        Assert.Equal(WitnessPolicyOutcome.NotACheckpoint, policy.Check(await SignedNote.SignAsync("prose\n", [s_log], Token)).Outcome);
    }

    [Fact]
    public async Task A_forged_cosignature_spoils_the_checkpoint()
    {
        SignedNote note = await Checkpoint(s_log).SignAsync([s_log, s_witnesses["X1"], s_witnesses["X2"], s_witnesses["Y1"]], Token);
        byte[] forged = note.Signatures[1].Bytes.ToArray();
        forged[^1] ^= 1;
        SignedNote spoilt = note.With(new NoteSignature(s_witnesses["X3"].KeyName, s_witnesses["X3"].KeyId, forged));
        Assert.Equal(WitnessPolicyOutcome.InvalidSignature, Policy(s_twoLevels).Check(spoilt).Outcome);
    }

    [Fact]
    public async Task A_log_of_P_256_needs_no_Ed25519()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaNoteSigner signer = new(Origin, ecdsa);
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(Encoding.UTF8.GetBytes($"log {signer.VerifierKey}\nquorum none\n"), null, out WitnessPolicy? policy, out _));
        Assert.True(policy!.Check(await Checkpoint(s_log).SignAsync([signer], Token)).IsMet);
    }

    public static TheoryData<string, WitnessPolicyFault, int> Malformed => new()
    {
        { "", WitnessPolicyFault.Quorum, 0 },
        { "quorum none", WitnessPolicyFault.Characters, 0 },
        { "quorum none\r\n", WitnessPolicyFault.Characters, 0 },
        { "quorum none\nquorum none\n", WitnessPolicyFault.Quorum, 2 },
        { "quorum w\n", WitnessPolicyFault.UnknownName, 1 },
        { "quorum\n", WitnessPolicyFault.Line, 1 },
        { "trust a\n", WitnessPolicyFault.Line, 1 },
        { "log a b c\n", WitnessPolicyFault.Line, 1 },
        { "log a\n", WitnessPolicyFault.Key, 1 },
        { $"log {s_witnesses["X1"].Key}\n", WitnessPolicyFault.KeyType, 1 },
        { $"witness w {s_log.Key}\n", WitnessPolicyFault.KeyType, 1 },
        { $"log {s_log.Key}\n\nlog {s_log.Key}\n", WitnessPolicyFault.DuplicateKey, 3 },
        { $"witness a {s_witnesses["X1"].Key}\nwitness b {s_witnesses["X1"].Key}\n", WitnessPolicyFault.DuplicateKey, 2 },
        { $"witness a {s_witnesses["X1"].Key}\nwitness a {s_witnesses["X2"].Key}\n", WitnessPolicyFault.DuplicateName, 2 },
        { $"witness none {s_witnesses["X1"].Key}\n", WitnessPolicyFault.DuplicateName, 1 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 1 none\n", WitnessPolicyFault.UnknownName, 2 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 1 g\n", WitnessPolicyFault.UnknownName, 2 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 1 a a\n", WitnessPolicyFault.MemberTwice, 2 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 1 a\ngroup h 1 a\n", WitnessPolicyFault.MemberTwice, 3 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 0 a\n", WitnessPolicyFault.Threshold, 2 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 2 a\n", WitnessPolicyFault.Threshold, 2 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 01 a\n", WitnessPolicyFault.Threshold, 2 },
        { $"witness a {s_witnesses["X1"].Key}\ngroup g 1\n", WitnessPolicyFault.Line, 2 },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_no_policy_is_refused_with_its_line(string file, WitnessPolicyFault fault, int line)
    {
        Assert.Equal(fault, WitnessPolicy.TryParse(Encoding.UTF8.GetBytes(file), new TestEd25519(), out WitnessPolicy? policy, out int found));
        Assert.Null(policy);
        Assert.Equal(line, found);
    }

    [Fact]
    public void A_key_that_cannot_be_checked_is_refused_and_not_passed_over() =>
        Assert.Equal(WitnessPolicyFault.KeyType, WitnessPolicy.TryParse(Encoding.UTF8.GetBytes(s_twoLevels), null, out _, out _));

    private static Checkpoint Checkpoint(TestNoteSigner log) => new(log.KeyName, 8, MerkleHash.OfNothing);

    private static WitnessPolicy Policy(string file)
    {
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(Encoding.UTF8.GetBytes(file), new TestEd25519(), out WitnessPolicy? policy, out _));
        return policy!;
    }
}
