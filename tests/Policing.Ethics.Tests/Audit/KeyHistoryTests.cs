using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class KeyHistoryTests
{
    private const string Origin = "audit.example/log";
    private static readonly EcdsaNoteSigner s_first = Key();
    private static readonly EcdsaNoteSigner s_second = Key();
    private static readonly EcdsaNoteSigner s_third = Key();
    private static readonly KeyRotation s_rotation = new(s_first.VerifierKey, s_second.VerifierKey);

    [Fact]
    public async Task Keys_change_by_an_entry_and_one_checkpoint_of_both()
    {
        KeyHistory history = new([s_first.VerifierKey.ToVerifier()]);
        Assert.Equal(KeyHistoryOutcome.Signed, await Next(history, 1, [], s_first));
        Assert.Equal(KeyHistoryOutcome.Rotated, await Next(history, 2, [s_rotation], s_first, s_second));
        Assert.Equal([s_second.KeyId], history.Current.Select(key => key.KeyId));
        Assert.Equal(KeyHistoryOutcome.Signed, await Next(history, 3, [], s_second));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 4, [], s_first));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 4, [], s_second, s_first));
        Assert.Equal(KeyHistoryOutcome.Rotated, await Next(history, 4, [new(s_second.VerifierKey, s_third.VerifierKey)], s_third, s_second));
    }

    [Fact]
    public async Task Everything_else_is_a_swapped_key()
    {
        KeyHistory history = new([s_first.VerifierKey.ToVerifier()]);
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [], s_second));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [], s_first, s_second));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [s_rotation], s_first));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [s_rotation], s_second));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [s_rotation], s_first, s_third));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [s_rotation], s_first, s_second, s_third));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [new(s_third.VerifierKey, s_second.VerifierKey)], s_first, s_second));
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [s_rotation, s_rotation], s_first, s_second));
        Assert.Equal([s_first.KeyId], history.Current.Select(key => key.KeyId));
        Assert.Equal(KeyHistoryOutcome.Signed, await Next(history, 1, [], s_first));
    }

    [Fact]
    public async Task A_signature_that_does_not_hold_is_a_forgery_and_another_origin_a_swapped_key()
    {
        KeyHistory history = new([s_first.VerifierKey.ToVerifier()]);
        SignedNote note = await new Checkpoint(Origin, 1, MerkleHash.OfLeaf([])).SignAsync([s_first], TestContext.Current.CancellationToken);
        SignedNote forged = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note.ToString().Replace("\n1\n", "\n2\n", StringComparison.Ordinal)));
        Assert.Equal(KeyHistoryOutcome.Forged, history.Next(forged, []));
        SignedNote other = await new Checkpoint("audit.example/other", 1, MerkleHash.OfLeaf([])).SignAsync([s_first], TestContext.Current.CancellationToken);
        Assert.Equal(KeyHistoryOutcome.KeySwap, history.Next(other, []));
        SignedNote none = await SignedNote.SignAsync("text\n", [s_first], TestContext.Current.CancellationToken);
        Assert.Equal(KeyHistoryOutcome.NotACheckpoint, history.Next(none, []));
    }

    [Fact]
    public async Task A_log_may_have_a_key_of_each_type_and_exchange_one()
    {
        TestNoteSigner ed25519 = TestNoteSigner.Log(Origin);
        KeyHistory history = new([s_first.VerifierKey.ToVerifier(), ed25519.Verifier], new TestEd25519());
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [], s_first));
        Assert.Equal(KeyHistoryOutcome.Signed, await Next(history, 1, [], s_first, ed25519));
        Assert.Equal(KeyHistoryOutcome.Rotated, await Next(history, 2, [s_rotation], s_first, ed25519, s_second));
        Assert.Equal(KeyHistoryOutcome.Signed, await Next(history, 3, [], ed25519, s_second));
    }

    [Fact]
    public async Task Cosignatures_of_witnesses_are_no_keys_of_the_log()
    {
        KeyHistory history = new([s_first.VerifierKey.ToVerifier()]);
        Assert.Equal(KeyHistoryOutcome.Signed, await Next(history, 1, [], s_first, TestNoteSigner.Witness("witness.example/w")));
    }

    [Fact]
    public async Task A_new_key_that_cannot_be_checked_is_not_passed_over()
    {
        TestNoteSigner ed25519 = TestNoteSigner.Log(Origin);
        KeyHistory history = new([s_first.VerifierKey.ToVerifier()]);
        Assert.Equal(KeyHistoryOutcome.KeySwap, await Next(history, 1, [new(s_first.VerifierKey, ed25519.Key)], s_first, ed25519));
        Assert.Throws<ArgumentException>(() => new KeyHistory([]));
        Assert.Throws<ArgumentException>(() => new KeyHistory([s_first.VerifierKey.ToVerifier(), TestNoteSigner.Log("other").Verifier]));
    }

    [Fact]
    public void An_exchange_is_of_two_keys_of_one_name()
    {
        Assert.Throws<ArgumentException>(() => new KeyRotation(s_first.VerifierKey, s_first.VerifierKey));
        Assert.Throws<ArgumentException>(() => new KeyRotation(s_first.VerifierKey, TestNoteSigner.Log("other").Key));
        Assert.Equal(s_rotation, new KeyRotation(s_first.VerifierKey, VerifierKey.Parse(s_second.VerifierKey.ToString())));
    }

    private static EcdsaNoteSigner Key()
    {
        using SigningKey key = SigningKey.NewEcdsa(Origin);
        return EcdsaNoteSigner.Of(key);
    }

    private static async Task<KeyHistoryOutcome> Next(KeyHistory history, int size, KeyRotation[] rotations, params INoteSigner[] signers)
    {
        SignedNote note = await new Checkpoint(Origin, (ulong)size, AuditData.Tree(size).Root()).SignAsync(signers, TestContext.Current.CancellationToken);
        return history.Next(note, rotations);
    }
}
